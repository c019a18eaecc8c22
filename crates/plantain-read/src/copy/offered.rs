//! Days and offers of printed pieces: "Spring tune-up €39, Mon-Sat" offers the tune-up, and the days only say when.

use crate::{Brief, Genre, Origin, Role};

/// Settles days that were taken for a name, and lets what is offered lead.
pub(crate) fn settle(brief: &mut Brief) {
    let printed = matches!(
        brief.genre,
        Genre::Poster | Genre::Banner | Genre::Sale | Genre::SocialCard | Genre::Story
    );
    if !printed {
        return;
    }
    for literal in &mut brief.literals {
        let found = literal.origin != Origin::Quoted && is_days(&literal.text);
        if found && matches!(literal.role, Role::Title | Role::Subtitle | Role::Body) {
            literal.role = Role::Date;
        }
    }
    reductions(brief);
    let titled = brief.literals.iter().any(|l| l.role == Role::Title);
    let [pair] = &brief.pairs[..] else { return };
    let (Some(label), value) = (pair.label, pair.value) else {
        return;
    };
    // "Livraison offerte dès 50 €": what leads on to its amount is one line with it.
    const LEADS_ON: &[&str] = &[
        "a", "ab", "acima", "at", "da", "de", "depuis", "desde", "dès", "for", "from", "just",
        "nur", "od", "of", "only", "over", "por", "under", "vanaf", "à", "über", "от",
    ];
    let last = brief.literals[label].text.rsplit(' ').next();
    let leads_on = last.is_some_and(|word| LEADS_ON.contains(&word));
    let offered = brief.literals[label].role == Role::Label
        && !leads_on
        && brief.literals[label].text.contains(' ')
        && brief.literals[label].text.starts_with(char::is_uppercase)
        && brief.literals[value].role == Role::Price;
    if offered && !titled {
        brief.literals[label].role = Role::Title;
        brief.pairs.clear();
    }
}

/// "Sommerschlussverkauf bis zu 60% reduziert": what is reduced leads, by how much stands beside it as a whole.
fn reductions(brief: &mut Brief) {
    const UP_TO: &[&str] = &[
        " bis zu",
        " up to",
        " jusqu'à",
        " hasta",
        " hasta un",
        " até",
        " fino al",
        " tot",
        " do",
    ];
    let [pair] = &brief.pairs[..] else { return };
    let (Some(label), value) = (pair.label, pair.value) else {
        return;
    };
    let name = brief.literals[label].clone();
    let Some(lead) = UP_TO.iter().find(|lead| name.text.ends_with(*lead)) else {
        return;
    };
    let percent = brief.literals[value].text.ends_with('%');
    if !percent || brief.literals.iter().any(|l| l.role == Role::Title) {
        return;
    }
    let cut = name.text.len() - lead.len();
    let end = brief.literals[value].span.end;
    let rest = &brief.prompt[end..];
    let behind = rest.find([',', '.', ';', '\n']).unwrap_or(rest.len());
    // "60% reduziert", but not the button that is told behind.
    let word = rest[..behind].trim();
    let more = word.chars().all(char::is_lowercase) && !word.is_empty();
    let from = name.span.start + cut + 1;
    let offer = from..end + if more { behind } else { 0 };
    brief.pairs.clear();
    brief.literals[label].text.truncate(cut);
    brief.literals[label].span.end = name.span.start + cut;
    brief.literals[label].role = Role::Title;
    brief.literals[value].text = brief.prompt[offer.clone()].to_owned();
    brief.literals[value].span = offer;
    brief.literals[value].role = Role::Badge;
}

/// "Mon-Sat", "Sat & Sun", "Tue to Fri": days of the week and nothing else.
fn is_days(text: &str) -> bool {
    let lower = text.to_lowercase();
    let mut days = 0;
    let plain = lower
        .split([' ', '-', '–', '&', ','])
        .filter(|word| !word.is_empty())
        .all(|word| {
            let day = crate::forms::is_weekday(word);
            days += usize::from(day);
            day || matches!(word, "to" | "and" | "until" | "bis" | "a" | "à")
        });
    plain && days >= 2
}

#[cfg(test)]
mod tests {
    use crate::Role;
    use crate::outline::check_texts;

    #[test]
    fn offers_lead_their_days() {
        check_texts(&[(
            "banner for a bike shop Spring tune-up €39, Mon-Sat, orange, with a bicycle",
            &[
                (Role::Title, "Spring tune-up"),
                (Role::Price, "€39"),
                (Role::Date, "Mon-Sat"),
            ],
        )]);
        check_texts(&[(
            "Banner Sommerschlussverkauf bis zu 60% reduziert, Button Jetzt sparen, gelb",
            &[
                (Role::Title, "Sommerschlussverkauf"),
                (Role::Badge, "bis zu 60% reduziert"),
                (Role::Button, "Jetzt sparen"),
            ],
        )]);
    }
}
