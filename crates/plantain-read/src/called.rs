//! What a printed piece is called, in scripts without capitals: "夏日音乐节海报:8月3日,…", "ملصق مهرجان الصيف: ٣ أغسطس،…".
//!
//! Elsewhere capitals tell names from description. Here every clause behind the colon looks like a name, while the words
//! beside the medium, which name the event, look like description.

use crate::outline::{add, trimmed};
use crate::{Brief, Genre, Origin, Role, Span};

/// Longest name of a piece, in words and in signs.
const WORDS_MAX: usize = 7;
const SIGNS_MAX: usize = 36;

/// Lets the words beside the medium lead, and the clauses behind its colon follow.
pub(crate) fn settle(brief: &mut Brief) {
    let caseless = matches!(
        brief.language.0.as_str(),
        "zh" | "ja" | "ko" | "hi" | "ar" | "he"
    );
    let printed = matches!(
        brief.genre,
        Genre::Poster
            | Genre::Banner
            | Genre::Sale
            | Genre::SocialCard
            | Genre::Story
            | Genre::Invitation
            | Genre::Ticket
    );
    let given = |l: &crate::Literal| l.role == Role::Title && l.origin <= Origin::Introduced;
    if !caseless || !printed || brief.sheet.is_some() || brief.literals.iter().any(given) {
        return;
    }
    let Some(name) = name(brief) else { return };
    brief.remove_literals(|l| l.meets(&name));
    brief
        .pairs
        .retain(|pair| pair.label.is_some() || pair.label_text != brief.prompt[name.clone()]);
    demote(brief);
    brief.headline = None;
    add(brief, name, Role::Title);
    brief.order_literals();
}

/// What was taken for the title tells where it is, behind a day, or stands below.
fn demote(brief: &mut Brief) {
    let placed = brief.literals.iter().any(|l| l.role == Role::Place);
    let mut dated = false;
    for literal in &mut brief.literals {
        dated |= matches!(literal.role, Role::Date | Role::Time);
        if literal.role == Role::Title {
            let figured = literal.text.contains(|c: char| c.is_ascii_digit());
            literal.role = if dated && !placed && !figured {
                Role::Place
            } else {
                Role::Subtitle
            };
            dated = false;
        }
    }
}

/// Where the name stands: before the medium, or between it and the colon.
fn name(brief: &Brief) -> Option<Span> {
    let genre = brief.genre_span.clone()?;
    let colon = genre.end + brief.prompt[genre.end..].find([':', '：'])?;
    let between = brief.prompt[genre.end..colon].trim();
    if brief.prompt[genre.end..colon].contains([',', '،', '、', '。', '.', '\n']) {
        return None;
    }
    let told = brief
        .headline
        .as_deref()
        .or(brief.subject.as_deref())
        .and_then(|words| {
            brief.prompt[..colon]
                .find(words)
                .map(|at| at..at + words.len())
        });
    let behind = || {
        let start = brief.prompt[genre.end..].find(between)? + genre.end;
        trimmed(&brief.prompt, start..start + between.len())
    };
    let rtl = matches!(brief.language.0.as_str(), "ar" | "he") && !between.is_empty();
    let span = told.or_else(|| rtl.then(behind).flatten())?;
    let text = &brief.prompt[span.clone()];
    // "لافتة تخفيضات حمراء": a colour behind the medium is how it looks.
    let dyed = text.split_whitespace().count() == 1
        && crate::colors::named(text, &brief.language.0).is_some();
    let fits = !dyed
        && text.split_whitespace().count() <= WORDS_MAX
        && (2..=SIGNS_MAX).contains(&text.chars().count());
    fits.then_some(span)
}

#[cfg(test)]
mod tests {
    use crate::Role;
    use crate::outline::check_texts;

    #[test]
    fn the_words_beside_the_medium_lead() {
        check_texts(&[
            (
                "夏日音乐节的海报:8月3日,人民公园,免费入场",
                &[
                    (Role::Title, "夏日音乐节"),
                    (Role::Date, "8月3日"),
                    (Role::Place, "人民公园"),
                    (Role::Subtitle, "免费入场"),
                ],
            ),
            (
                "여름 축제 포스터: 8월 3일, 한강공원, 무료 입장",
                &[
                    (Role::Title, "여름 축제"),
                    (Role::Date, "8월 3일"),
                    (Role::Place, "한강공원"),
                    (Role::Subtitle, "무료 입장"),
                ],
            ),
            (
                "כרזה לפסטיבל הקיץ: 3 באוגוסט, פארק הירקון, כניסה חופשית",
                &[
                    (Role::Title, "פסטיבל הקיץ"),
                    (Role::Date, "3 באוגוסט"),
                    (Role::Place, "פארק הירקון"),
                    (Role::Subtitle, "כניסה חופשית"),
                ],
            ),
            (
                "ملصق مهرجان الصيف: ٣ أغسطس، حديقة النهر، دخول مجاني",
                &[
                    (Role::Title, "مهرجان الصيف"),
                    (Role::Date, "3 أغسطس"),
                    (Role::Place, "حديقة النهر"),
                    (Role::Subtitle, "دخول مجاني"),
                ],
            ),
        ]);
    }
}
