//! People of a team on a page, each with what they do: "Nora Blum Creative Director".

use crate::{Brief, Genre, Literal, Origin, Pair, Role};

/// Words of a name before what somebody does.
const NAME_WORDS: usize = 2;

/// Parts the names of people from what they do, where the page shows a team.
pub(crate) fn settle(brief: &mut Brief) {
    const TEAMS: &[&str] = &[
        "team", "staff", "speakers", "people", "doctors", "crew", "équipe", "equipo", "equipe",
    ];
    let lower = brief.prompt.to_lowercase();
    let head = lower.split([':', ',', '.', '\n', '"']).next().unwrap_or("");
    let of_team = head
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| TEAMS.contains(&word));
    if !of_team || !matches!(brief.genre, Genre::WebPage | Genre::MobileApp) {
        return;
    }
    for at in 0..brief.literals.len() {
        let Some(cut) = cut(brief, at) else { continue };
        let person = brief.literals[at].clone();
        brief.literals.push(Literal {
            text: person.text[cut + 1..].to_owned(),
            span: person.span.start + cut + 1..person.span.end,
            role: Role::Value,
            ..person.clone()
        });
        let value = brief.literals.len() - 1;
        let own = &mut brief.literals[at];
        own.text.truncate(cut);
        own.span.end = own.span.start + cut;
        let label_text = own.text.clone();
        brief.pairs.push(Pair {
            label: Some(at),
            label_text,
            value,
        });
    }
    super::order(brief);
}

/// Where the name of an item ends, when words for what somebody does follow it.
fn cut(brief: &Brief, at: usize) -> Option<usize> {
    let item = &brief.literals[at];
    let paired = brief
        .pairs
        .iter()
        .any(|pair| pair.label == Some(at) || pair.value == at);
    let words: Vec<&str> = item.text.split(' ').collect();
    let capitals = words
        .iter()
        .take(NAME_WORDS)
        .all(|word| word.starts_with(char::is_uppercase));
    let post =
        words.len() > NAME_WORDS && words.last().is_some_and(|word| crate::posts::is_post(word));
    let joined = words.get(NAME_WORDS).is_some_and(|word| {
        matches!(
            *word,
            "of" | "and" | "&" | "de" | "van" | "von" | "der" | "la"
        )
    });
    (item.role == Role::Item
        && item.origin != Origin::Quoted
        && !paired
        && capitals
        && post
        && !joined)
        .then(|| words[..NAME_WORDS].join(" ").len())
}

#[cfg(test)]
mod tests {
    use crate::read;

    #[test]
    fn people_are_parted_from_their_posts() {
        let brief = read(
            "team page for a studio: Nora Blum Creative Director, Jae Park Motion Designer, Luis Ortega Developer, title Meet us",
        );
        let found: Vec<String> = brief
            .pairs
            .iter()
            .map(|pair| format!("{}={}", pair.label_text, brief.literals[pair.value].text))
            .collect();
        assert_eq!(
            found,
            [
                "Nora Blum=Creative Director",
                "Jae Park=Motion Designer",
                "Luis Ortega=Developer"
            ]
        );
    }
}
