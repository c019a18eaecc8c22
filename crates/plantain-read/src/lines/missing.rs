//! Notices of a missing animal: "lost dog poster: Rex, brown dachshund, call …".
//!
//! Who is missing is what the notice shouts; the name stands below it, and how the animal looks is both printed and drawn.

use crate::glosses::Glosses;
use crate::literals::capitalized;
use crate::outline::{add, clauses, trimmed};
use crate::tokens::{Token, lex};
use crate::{Background, Brief, Genre, ObjectPhrase, Origin, Role, Span};

/// Most words between the animal and that it is missing ("se busca a un gato").
const BETWEEN_MAX: usize = 2;
/// Longest description of an animal, in words.
const WORDS_MAX: usize = 6;

/// Lets the search lead a notice, and draws who is missing as it is described.
pub(super) fn settle(brief: &mut Brief) {
    let quoted = |l: &crate::Literal| l.origin == Origin::Quoted;
    let noticed = matches!(
        brief.genre,
        Genre::Poster | Genre::Sign | Genre::SocialCard | Genre::Banner
    );
    if !noticed || brief.literals.iter().any(quoted) {
        return;
    }
    let tokens = lex(
        &brief.prompt,
        &[],
        &[],
        Glosses::for_language(&brief.language.0),
    );
    let Some((search, animal)) = searched(&tokens) else {
        return;
    };
    brief.headline = None;
    let words = brief.prompt[search.clone()].to_lowercase();
    let told = |l: &crate::Literal| l.role == Role::Title && l.meets(&search);
    // "lost cat poster MISSING: …": the search alone may lead as well.
    let again = |l: &crate::Literal| {
        let own = l.text.to_lowercase();
        own == words || l.role == Role::Title && is_search(own.trim_end_matches('!'))
    };
    if let Some(at) = brief.literals.iter().position(again) {
        // "lost cat poster. LOST CAT on top": it leads as it is written.
        for literal in &mut brief.literals {
            if literal.role == Role::Title {
                literal.role = Role::Subtitle;
            }
        }
        brief.literals[at].role = Role::Title;
    } else if !brief.literals.iter().any(told) {
        brief.remove_literals(|l| l.meets(&search));
        for literal in &mut brief.literals {
            if literal.role == Role::Title {
                literal.role = Role::Subtitle;
            }
        }
        let at = add(brief, search.clone(), Role::Title);
        brief.literals[at].text = capitalized(&brief.literals[at].text);
    }
    describe(brief, search.end, &animal);
    brief.order_literals();
}

/// Whether a text only says that something is searched for.
fn is_search(text: &str) -> bool {
    matches!(
        text,
        "lost" | "missing" | "wanted" | "have you seen me" | "have you seen me?" | "help us find"
    )
}

/// Widens the name of a clause that says who is missing ("brown dog named Rusty") to the whole clause.
fn widen_name(brief: &mut Brief, clause: &Span) -> bool {
    let named = |l: &crate::Literal| {
        let before = brief.prompt[..l.span.start].trim_end();
        let called = [" named", " called"]
            .iter()
            .any(|word| before.ends_with(word));
        called && clause.start < l.span.start && l.span.end <= clause.end
    };
    let Some(at) = brief.literals.iter().position(named) else {
        return false;
    };
    let (start, span) = (
        brief.literals[at].span.start,
        clause.start..brief.literals[at].span.end,
    );
    brief.remove_literals(|l| l.meets(&span) && l.span.start != start);
    if let Some(literal) = brief.literals.iter_mut().find(|l| l.span.start == start) {
        literal.text = capitalized(&brief.prompt[span.clone()]);
        literal.span = span;
        literal.role = Role::Subtitle;
    }
    true
}

/// Where the prompt says who is missing, and the English word for it.
fn searched(tokens: &[Token]) -> Option<(Span, String)> {
    let missing = |token: &Token| matches!(token.key.as_str(), "lost" | "missing");
    let animal = |token: &Token| {
        crate::category(&token.key) == Some("animal") || matches!(token.key.as_str(), "pet")
    };
    let first = tokens.iter().position(missing)?;
    let near = first.saturating_sub(BETWEEN_MAX + 1)..(first + BETWEEN_MAX + 2).min(tokens.len());
    let other = near.clone().find(|&at| animal(&tokens[at]))?;
    let (from, to) = (first.min(other), first.max(other));
    let joined = tokens[from..=to].iter().all(Token::is_wordlike);
    let span = tokens[from].span.start..tokens[to].span.end;
    joined.then(|| (span, tokens[other].key.clone()))
}

/// Prints how the animal looks, and draws it in its colour.
fn describe(brief: &mut Brief, from: usize, animal: &str) {
    const SHOWN: &[&str] = &[
        "photo",
        "picture",
        "image",
        "drawing",
        "illustration",
        "background",
    ];
    let language = brief.language.0.clone();
    let prompt = brief.prompt.clone();
    let medium = brief
        .genre_span
        .as_ref()
        .map_or(from, |span| span.end.max(from));
    let described = clauses(&prompt, medium).into_iter().find_map(|clause| {
        // "MISSING: brown dog named Rusty"
        let colon = prompt[clause.clone()].rfind(": ").map_or(0, |at| at + 2);
        let clause = trimmed(&prompt, clause.start + colon..clause.end)?;
        let text = &prompt[clause.clone()];
        let english = crate::english(text, &language);
        let shown = english.split(' ').any(|word| SHOWN.contains(&word));
        let short = text.split_whitespace().count() <= WORDS_MAX;
        let color = crate::colors::named(text, &language).filter(|_| short && !shown)?;
        Some((clause, color))
    });
    let color = described.as_ref().map(|(_, color)| color.clone());
    if let Some((clause, color)) = described {
        brief.look.palette.retain(|known| *known != color);
        if brief.canvas.background == Some(Background::Color(color)) {
            brief.canvas.background = None;
        }
        if !widen_name(brief, &clause) && !brief.literals.iter().any(|l| l.meets(&clause)) {
            let at = add(brief, clause, Role::Body);
            brief.literals[at].text = capitalized(&brief.literals[at].text);
        }
    }
    if animal == "pet" {
        return;
    }
    match brief.objects.first_mut() {
        Some(object) => {
            object.color = object.color.take().or(color);
            object.attributes.retain(|word| word != "missing");
        }
        None => brief.objects.push(ObjectPhrase {
            noun: animal.to_owned(),
            words: animal.to_owned(),
            count: Some(1),
            color,
            ..ObjectPhrase::default()
        }),
    }
}

#[cfg(test)]
mod tests {
    use crate::outline::check_texts;
    use crate::{Role, read};

    #[test]
    fn who_is_missing_leads() {
        check_texts(&[
            (
                "lost dog poster: Reksio, brown dachshund, tel. 600 123 456",
                &[
                    (Role::Title, "Lost dog"),
                    (Role::Subtitle, "Reksio"),
                    (Role::Body, "Brown dachshund"),
                    (Role::Contact, "600 123 456"),
                ],
            ),
            (
                "missing dog poster MISSING: brown dog named Rusty, last seen Elm Park, call 555-0188",
                &[
                    (Role::Title, "MISSING"),
                    (Role::Subtitle, "Brown dog named Rusty"),
                    (Role::Place, "last seen Elm Park"),
                    (Role::Contact, "call 555-0188"),
                ],
            ),
            (
                "plakat zaginął pies: Reksio, brązowy jamnik, tel. 600 123 456",
                &[
                    (Role::Title, "Zaginął pies"),
                    (Role::Subtitle, "Reksio"),
                    (Role::Subtitle, "brązowy jamnik"),
                    (Role::Contact, "tel. 600 123 456"),
                ],
            ),
            (
                "affiche chat perdu : Minou, chat gris, 06 12 34 56 78",
                &[
                    (Role::Title, "Chat perdu"),
                    (Role::Subtitle, "Minou"),
                    (Role::Body, "Chat gris"),
                    (Role::Contact, "06 12 34 56 78"),
                ],
            ),
            (
                "lost cat poster. LOST CAT on top, picture of an orange cat, Answers to Biscuit",
                &[
                    (Role::Title, "LOST CAT"),
                    (Role::Subtitle, "Answers to Biscuit"),
                ],
            ),
        ]);
    }

    #[test]
    fn who_is_missing_is_drawn_as_described() {
        for (prompt, noun, color) in [
            ("lost dog poster: Rex, brown dachshund", "dog", "brown"),
            (
                "Plakat Katze vermisst: Mimi, grau, Tel. 0151 234567",
                "cat",
                "gray",
            ),
            ("寻猫启事:咪咪,白猫,电话 138-0000-0000", "cat", "white"),
            ("잃어버린 강아지 포스터: 초코, 갈색 푸들", "dog", "brown"),
        ] {
            let brief = read(prompt);
            let object = brief.objects.first().expect(prompt);
            let name = object.color.as_ref().map(|color| color.name.as_str());
            assert_eq!(
                (object.noun.as_str(), name),
                (noun, Some(color)),
                "{prompt}"
            );
        }
    }
}
