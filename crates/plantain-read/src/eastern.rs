//! Reads printed pieces in Chinese and Japanese, whose words stand without blanks, so that blanks part their texts: "海报 春季读书会 4月12日 下午2点 市图书馆三楼"; and forms in these and in Korean.

mod card;
mod form;
mod menu;

use crate::lexicon::lexicon;
use crate::{Brief, Genre, Literal, Origin, Role, Span};

/// Texts of one piece, at most.
const PIECES_MAX: usize = 12;

/// Words that steer the picture.
const WISHES: &[&str] = &[
    "风格",
    "風格",
    "背景",
    "配色",
    "色调",
    "插图",
    "插画",
    "设计",
    "設計",
    "简约",
    "スタイル",
    "デザイン",
    "イラスト",
    "風の",
    "背景は",
];
/// Endings of places.
const PLACES: &[&str] = &[
    "馆",
    "館",
    "楼",
    "厅",
    "廳",
    "中心",
    "广场",
    "廣場",
    "公园",
    "公園",
    "路",
    "号",
    "室",
    "店",
    "院",
    "园",
    "駅",
    "ホール",
    "会館",
    "センター",
];
/// Words before a place or a host.
const LABELS: &[(&str, Role)] = &[
    ("地点", Role::Place),
    ("地址", Role::Place),
    ("场地", Role::Place),
    ("会場", Role::Place),
    ("場所", Role::Place),
    ("时间", Role::Date),
    ("時間", Role::Date),
    ("日時", Role::Date),
    ("日期", Role::Date),
    ("主办", Role::Small),
    ("主催", Role::Small),
];

/// Gives every piece its place where the prompt is a row of texts parted by blanks.
pub(crate) fn settle(brief: &mut Brief) {
    let event = matches!(
        brief.genre,
        Genre::Poster
            | Genre::Invitation
            | Genre::Banner
            | Genre::SocialCard
            | Genre::Story
            | Genre::Sale
    );
    let language = brief.language.0.as_str();
    let eastern = ["zh", "ja"].contains(&language);
    if !(eastern || language == "ko") || !brief.records.is_empty() {
        return;
    }
    if matches!(brief.genre, Genre::Login | Genre::SignUp | Genre::Form) {
        form::settle(brief);
        return;
    }
    if !eastern {
        return;
    }
    let quoted = brief.literals.iter().any(|l| l.origin == Origin::Quoted);
    if brief.genre == Genre::Menu && !quoted {
        let pieces = pieces(brief, |c| MARKS.contains(&c));
        menu::settle(brief, &pieces);
    } else if brief.genre == Genre::BusinessCard && !quoted {
        let pieces = pieces(brief, |c| c.is_whitespace() || MARKS.contains(&c));
        card::settle(brief, pieces);
    } else if event && quoted {
        venue(brief);
    } else if event && !brief.prompt.contains(MARKS) {
        notice(brief);
    }
}

/// Parts the texts of a notice.
fn notice(brief: &mut Brief) {
    let mut pieces = pieces(brief, char::is_whitespace);
    pieces.retain(|span| !steers(&brief.prompt[span.clone()]));
    let parted = pieces.len() >= 3 && pieces.len() <= PIECES_MAX;
    let dated = pieces
        .iter()
        .any(|span| is_when(&brief.prompt[span.clone()]));
    if !parted || !dated {
        return;
    }
    let mut literals: Vec<Literal> = Vec::new();
    let mut titled = false;
    for span in pieces {
        let text = &brief.prompt[span.clone()];
        let (span, role) = role_of(brief, span.clone(), text, &mut titled);
        literals.push(inferred(brief, span, role));
    }
    replace(brief, literals);
}

/// "「夏祭り」8月5日 中央公園": beside a day a piece that ends as places do is where to go.
fn venue(brief: &mut Brief) {
    let has = |role: Role| brief.literals.iter().any(|l| l.role == role);
    if !has(Role::Date) || has(Role::Place) {
        return;
    }
    let taken = |span: &Span| {
        let meets = |l: &Literal| l.meets(span);
        brief.literals.iter().any(meets)
    };
    let found = pieces(brief, |c| c.is_whitespace() || MARKS.contains(&c))
        .into_iter()
        .find(|span| {
            let text = &brief.prompt[span.clone()];
            let chars = text.chars().count();
            (3..=PLACE_CHARS_MAX).contains(&chars)
                && PLACES.iter().any(|end| text.ends_with(end))
                && !steers(text)
                && !taken(span)
        });
    if let Some(span) = found {
        forget(brief, std::slice::from_ref(&span));
        let place = inferred(brief, span, Role::Place);
        brief.literals.push(place);
    }
}

fn inferred(brief: &Brief, span: Span, role: Role) -> Literal {
    Literal {
        text: brief.prompt[span.clone()].to_string(),
        span,
        role,
        origin: Origin::Inferred,
        on_object: None,
    }
}

/// Puts these literals in the place of all others.
fn replace(brief: &mut Brief, literals: Vec<Literal>) {
    let spans: Vec<Span> = literals.iter().map(|l| l.span.clone()).collect();
    forget(brief, &spans);
    brief.relations.clear();
    brief.pairs.clear();
    brief.lists.clear();
    brief.literals = literals;
}

/// Drops what else was made of stretches that turned out to be text.
fn forget(brief: &mut Brief, spans: &[Span]) {
    let covered = |at: usize| spans.iter().any(|span| span.contains(&at));
    let before = brief.objects.len();
    brief.objects.retain(|o| !covered(o.span.start));
    if brief.objects.len() != before {
        // Relations point at things by number.
        brief.relations.clear();
    }
    brief.unread.retain(|span| !covered(span.start));
    brief.described.retain(|d| !covered(d.span.start));
}

fn steers(text: &str) -> bool {
    WISHES.iter().any(|wish| text.contains(wish))
}

/// Whether a piece speaks of the look and of nothing else.
fn is_wish(brief: &Brief, text: &str) -> bool {
    let english = crate::english(text, &brief.language.0);
    let looks = |word: &str| {
        lexicon().looks.get(word).is_some()
            || lexicon().colors.get(word).is_some()
            || lexicon().stops.contains_key(word)
    };
    // "緑のライン": a colour, and what has it.
    let tinted = text
        .split_once('の')
        .is_some_and(|(color, _)| crate::color_of(color, &brief.language.0).is_some());
    steers(text)
        || tinted
        || crate::color_of(text, &brief.language.0).is_some() && text.chars().count() <= 4
        || !english.is_empty() && english.split(' ').all(looks)
}

/// Marks by which a prompt parts its texts; the readers of lists know them.
const MARKS: &[char] = &['，', ',', '、', '；', ';', '。', '：'];
/// Longest name of a place, in characters.
const PLACE_CHARS_MAX: usize = 12;

/// The stretches between marks that part, without the words for the genre.
fn pieces(brief: &Brief, parts: impl Fn(char) -> bool) -> Vec<Span> {
    let genre = brief.genre_span.clone().unwrap_or(0..0);
    let mut out = Vec::new();
    let mut start = 0;
    let text = &brief.prompt;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        if at < text.len() && !parts(c) {
            continue;
        }
        let span = start..at;
        start = at + if at < text.len() { c.len_utf8() } else { 0 };
        let piece = text[span.clone()].trim();
        let own = span.start < genre.end && genre.start < span.end;
        // "名刺デザイン:山田太郎": behind its colon the piece of the medium goes on.
        let behind = piece
            .find(':')
            .filter(|_| own)
            .map(|colon| span.start + colon + 1);
        match behind {
            Some(start) if start >= genre.end && start < span.end => out.push(start..span.end),
            _ if !piece.is_empty() && !own => out.push(span),
            _ => {}
        }
    }
    out
}

/// Whether a piece tells a day or an hour.
fn is_when(text: &str) -> bool {
    let digits = text.chars().any(|c| c.is_ascii_digit());
    digits
        && text.contains(['月', '日', '点', '點', '時', '时', '年', ':'])
        && !text.ends_with(['楼', '階', '室'])
}

fn role_of(brief: &Brief, span: Span, text: &str, titled: &mut bool) -> (Span, Role) {
    if let Some((label, role)) = LABELS
        .iter()
        .find(|(label, _)| text.starts_with(label) && text.len() > label.len())
    {
        return (span.start + label.len()..span.end, *role);
    }
    let hour = ["点", "點", "時", "时", ":"]
        .iter()
        .any(|m| text.contains(m))
        && !text.contains('月');
    let role = if is_when(text) {
        if hour { Role::Time } else { Role::Date }
    } else if crate::outline::trimmed(&brief.prompt, span.clone()).is_some()
        && *titled
        && PLACES.iter().any(|end| text.ends_with(end))
    {
        Role::Place
    } else if *titled {
        Role::Subtitle
    } else {
        *titled = true;
        Role::Title
    };
    (span, role)
}

#[cfg(test)]
mod tests {
    use crate::Role;
    use crate::outline::check_texts;

    #[test]
    fn pieces_take_their_places() {
        check_texts(&[
            (
                "海报 春季读书会 4月12日 下午2点 市图书馆三楼",
                &[
                    (Role::Title, "春季读书会"),
                    (Role::Date, "4月12日"),
                    (Role::Time, "下午2点"),
                    (Role::Place, "市图书馆三楼"),
                ],
            ),
            (
                "ポスター 夏祭り 8月3日 18時 中央公園 雨天中止",
                &[
                    (Role::Title, "夏祭り"),
                    (Role::Date, "8月3日"),
                    (Role::Time, "18時"),
                    (Role::Place, "中央公園"),
                    (Role::Subtitle, "雨天中止"),
                ],
            ),
            (
                "名刺 株式会社青空デザイン 代表取締役 山田太郎 東京都渋谷区神南1-2-3 電話 03-1234-5678 yamada@aozora.jp",
                &[
                    (Role::Brand, "株式会社青空デザイン"),
                    (Role::Title, "代表取締役"),
                    (Role::Person, "山田太郎"),
                    (Role::Place, "東京都渋谷区神南1-2-3"),
                    (Role::Contact, "03-1234-5678"),
                    (Role::Contact, "yamada@aozora.jp"),
                ],
            ),
            (
                "シンプルな名刺、山田太郎、建築家、yamada@aozora.jp",
                &[
                    (Role::Person, "山田太郎"),
                    (Role::Title, "建築家"),
                    (Role::Contact, "yamada@aozora.jp"),
                ],
            ),
            (
                "イベントポスター「夏祭り」8月5日(土)18時から 中央公園 花火と屋台",
                &[
                    (Role::Title, "夏祭り"),
                    (Role::Date, "8月5日(土)"),
                    (Role::Time, "18時から"),
                    (Role::Place, "中央公園"),
                ],
            ),
        ]);
    }
}
