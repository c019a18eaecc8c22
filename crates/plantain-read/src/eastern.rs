//! Reads printed pieces in Chinese, Japanese and Korean whose texts stand side by side without quotes: "海报 春季读书会 4月12日 下午2点 市图书馆三楼".

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
    "스타일",
    "배경",
    "디자인",
    "일러스트",
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
    "극장",
    "홀",
    "센터",
    "공원",
    "도서관",
    "층",
];
/// Words before a place or a host.
const LABELS: &[(&str, Role)] = &[
    ("地点", Role::Place),
    ("地址", Role::Place),
    ("场地", Role::Place),
    ("会場", Role::Place),
    ("場所", Role::Place),
    ("장소", Role::Place),
    ("时间", Role::Date),
    ("時間", Role::Date),
    ("日時", Role::Date),
    ("日期", Role::Date),
    ("일시", Role::Date),
    ("主办", Role::Small),
    ("主催", Role::Small),
    ("주최", Role::Small),
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
    let eastern = ["zh", "ja", "ko"].contains(&brief.language.0.as_str());
    let quoted = brief.literals.iter().any(|l| l.origin == Origin::Quoted);
    if !printed || !eastern || quoted || !brief.records.is_empty() {
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

/// The stretches between blanks and commas, without the words for the genre and for the look.
fn pieces(brief: &Brief) -> Vec<Span> {
    let genre = brief.genre_span.clone().unwrap_or(0..0);
    let mut out = Vec::new();
    let mut start = 0;
    let marks = [
        ' ', '\n', '，', ',', '、', '；', ';', '。', '\u{3000}', '：', ':',
    ];
    let text = &brief.prompt;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        // "14:00" is one piece.
        let digits = c == ':' && text[..at].ends_with(|c: char| c.is_ascii_digit());
        if !marks.contains(&c) || digits {
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
        && [
            "月", "日", "点", "點", "時", "时", "号 ", "年", "월", "일", "시", ":",
        ]
        .iter()
        .any(|mark| text.contains(mark))
        && !text.ends_with(['楼', '階', '층', '室'])
}

fn role_of(brief: &Brief, span: Span, text: &str, titled: &mut bool) -> (Span, Role) {
    if let Some((label, role)) = LABELS
        .iter()
        .find(|(label, _)| text.starts_with(label) && text.len() > label.len())
    {
        return (span.start + label.len()..span.end, *role);
    }
    let hour = ["点", "點", "時", "时", "시", ":"]
        .iter()
        .any(|m| text.contains(m))
        && !text.contains(['月', '월']);
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
    use crate::{Role, read};

    #[test]
    fn pieces_take_their_places() {
        for (prompt, said) in [
            (
                "海报 春季读书会 4月12日 下午2点 市图书馆三楼",
                vec![
                    (Role::Title, "春季读书会"),
                    (Role::Date, "4月12日"),
                    (Role::Time, "下午2点"),
                    (Role::Place, "市图书馆三楼"),
                ],
            ),
            (
                "ポスター 夏祭り 8月3日 18時 中央公園 雨天中止",
                vec![
                    (Role::Title, "夏祭り"),
                    (Role::Date, "8月3日"),
                    (Role::Time, "18時"),
                    (Role::Place, "中央公園"),
                    (Role::Subtitle, "雨天中止"),
                ],
            ),
        ] {
            let brief = read(prompt);
            let found: Vec<(Role, &str)> = brief
                .literals
                .iter()
                .map(|l| (l.role, l.text.as_str()))
                .collect();
            assert_eq!(found, said, "{prompt}");
        }
    }
}
