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
    // Where the posts of some are known, words behind the names of the others are posts, too.
    let known = brief.lists.iter().any(|list| {
        let posts = list
            .items
            .iter()
            .filter(|&&at| cut(brief, at, false).is_some() || is_paired(brief, at));
        posts.count() > 0
    });
    for at in 0..brief.literals.len() {
        let listed = brief.lists.iter().any(|list| list.items.contains(&at));
        let Some(cut) = cut(brief, at, known && listed) else {
            continue;
        };
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
        brief.pair(at, value);
    }
    brief.order_literals();
}

fn is_paired(brief: &Brief, at: usize) -> bool {
    let of = |pair: &Pair| pair.label == Some(at) || pair.value == at;
    brief.pairs.iter().any(of)
}

/// Where the name of an item ends, when words for what somebody does follow it; `told` where any words are taken for such.
fn cut(brief: &Brief, at: usize, told: bool) -> Option<usize> {
    let item = &brief.literals[at];
    let paired = is_paired(brief, at);
    let words: Vec<&str> = item.text.split(' ').collect();
    let capitals = words
        .iter()
        .take(NAME_WORDS)
        .all(|word| word.starts_with(char::is_uppercase));
    let post = words.len() > NAME_WORDS
        && (told || words.last().is_some_and(|word| crate::posts::is_post(word)));
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
            "team page for a law firm: Clara Boone Partner, Yusuf Adan Associate, Nina Petrova Paralegal, heading Our people",
        );
        let posts: Vec<&str> = brief
            .pairs
            .iter()
            .map(|pair| brief.literals[pair.value].text.as_str())
            .collect();
        assert_eq!(posts, ["Partner", "Associate", "Paralegal"]);
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
