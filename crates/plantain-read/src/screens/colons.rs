//! Names with what they come to behind a colon: "League: Sapphire", "Condition: Good".

use crate::{Brief, Genre, Origin, Role};

/// Words of a name, and of what it comes to, at most.
const NAME_WORDS_MAX: usize = 2;
const VALUE_WORDS_MAX: usize = 3;

/// Ties such texts where no list stands behind the colon.
pub(crate) fn settle(brief: &mut Brief) {
    let screen = matches!(
        brief.genre,
        Genre::MobileApp | Genre::WebPage | Genre::ProductGrid
    );
    if !screen || !brief.records.is_empty() || brief.tool.is_some() || brief.planner.is_some() {
        return;
    }
    for at in 0..brief.literals.len().saturating_sub(1) {
        if is_told(brief, at) {
            brief.literals[at].role = Role::Label;
            brief.literals[at + 1].role = Role::Value;
            for list in &mut brief.lists {
                list.items.retain(|item| *item != at && *item != at + 1);
            }
            brief.pair(at, at + 1);
        }
    }
}

/// Whether a text names the next one, which stands alone behind its colon.
fn is_told(brief: &Brief, at: usize) -> bool {
    let (name, value) = (&brief.literals[at], &brief.literals[at + 1]);
    let loose = |role: Role| {
        matches!(
            role,
            Role::Title | Role::Subtitle | Role::Body | Role::Item | Role::Label | Role::Text
        )
    };
    let tied = |at: usize| {
        let mut pairs = brief.pairs.iter();
        pairs.any(|pair| pair.value == at || pair.label == Some(at))
    };
    let between = brief
        .prompt
        .get(name.span.end..value.span.start)
        .unwrap_or_default();
    let words = |text: &str| text.split_whitespace().count();
    let listed = brief.lists.iter().any(|list| {
        let figure = |at: &usize| {
            let text = &brief.literals[*at].text;
            text.contains(|c: char| c.is_ascii_digit())
        };
        list.items.contains(&(at + 1)) && list.items.iter().filter(|item| !figure(item)).count() > 1
    });
    let behind = brief.prompt[value.span.end..].trim_start_matches(['"', '”', '\'']);
    let plural = name.text.ends_with('s');
    between.trim() == ":"
        && name.origin != Origin::Quoted
        && loose(name.role)
        && loose(value.role)
        && !tied(at)
        && !tied(at + 1)
        && !listed
        && !plural
        && words(&name.text) <= NAME_WORDS_MAX
        && words(&value.text) <= VALUE_WORDS_MAX
        && (behind.is_empty() || behind.starts_with([',', '.', ';', '\n']))
}

#[cfg(test)]
mod tests {
    use crate::read;

    #[test]
    fn names_go_with_what_stands_behind_their_colon() {
        for (prompt, want) in [
            (
                "used book listing, Low Tide, Condition: Good, $6.75",
                "Condition = Good",
            ),
            (
                "user profile in a language app. Dario, League: Sapphire. badges: Early Bird, Night Owl",
                "League = Sapphire",
            ),
        ] {
            let brief = read(prompt);
            let told = brief.pairs.iter().any(|pair| {
                format!("{} = {}", pair.label_text, brief.literals[pair.value].text) == want
            });
            assert!(told, "{prompt}: {:?}", brief.pairs);
        }
    }
}
