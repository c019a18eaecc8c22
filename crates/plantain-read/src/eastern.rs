//! Reads printed pieces in Chinese and Japanese, whose words stand without blanks, so that blanks part their texts: "海报 春季读书会 4月12日 下午2点 市图书馆三楼".

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
    let printed = matches!(
        brief.genre,
        Genre::Poster
            | Genre::Invitation
            | Genre::Banner
            | Genre::SocialCard
            | Genre::Story
            | Genre::Sale
    );
    let eastern = ["zh", "ja"].contains(&brief.language.0.as_str());
    let quoted = brief.literals.iter().any(|l| l.origin == Origin::Quoted);
    if !printed || !eastern || quoted || !brief.records.is_empty() || brief.prompt.contains(MARKS) {
        return;
    }
    let pieces = pieces(brief);
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
        literals.push(Literal {
            text: brief.prompt[span.clone()].to_string(),
            span,
            role,
            origin: Origin::Inferred,
            on_object: None,
        });
    }
    let covered = |at: usize| {
        literals
            .iter()
            .any(|l| l.span.start <= at && at < l.span.end)
    };
    brief.objects.retain(|o| !covered(o.span.start));
    brief.unread.retain(|span| !covered(span.start));
    brief.described.retain(|d| !covered(d.span.start));
    brief.relations.clear();
    brief.pairs.clear();
    brief.lists.clear();
    brief.literals = literals;
}

/// Marks by which a prompt parts its texts; the readers of lists know them.
const MARKS: &[char] = &['，', ',', '、', '；', ';', '。', '：'];

/// The stretches between blanks, without the words for the genre and for the look.
fn pieces(brief: &Brief) -> Vec<Span> {
    let genre = brief.genre_span.clone().unwrap_or(0..0);
    let mut out = Vec::new();
    let mut start = 0;
    let text = &brief.prompt;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        if !c.is_whitespace() {
            continue;
        }
        let span = start..at;
        start = at + if at < text.len() { c.len_utf8() } else { 0 };
        let piece = text[span.clone()].trim();
        let own = span.start < genre.end && genre.start < span.end;
        if !piece.is_empty() && !own && !WISHES.iter().any(|w| piece.contains(w)) {
            out.push(span);
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
        ]);
    }
}
