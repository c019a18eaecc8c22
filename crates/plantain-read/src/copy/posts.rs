//! What somebody is, told before the name on a business card, and lines of it that slashes part.

use crate::{Brief, Genre, Origin, Role};

/// "iOS developer Kai McDonald": what somebody is, in lower case before the name, stands under it.
pub(crate) fn settle(brief: &mut Brief) {
    const PARTICLES: &[&str] = &[
        "de", "da", "di", "del", "della", "van", "von", "der", "den", "la", "le", "bin", "al", "y",
        "e", "und", "and", "&", "of",
    ];
    if brief.genre != Genre::BusinessCard {
        return;
    }
    join_slashed(brief);
    for index in 0..brief.literals.len() {
        let literal = &brief.literals[index];
        if literal.role != Role::Person || literal.origin == Origin::Quoted {
            continue;
        }
        let words: Vec<&str> = literal.text.split(' ').collect();
        let Some(last) = words
            .iter()
            .rposition(|w| w.starts_with(char::is_lowercase) && !PARTICLES.contains(w))
        else {
            continue;
        };
        let named = words[last + 1..]
            .iter()
            .all(|w| w.starts_with(char::is_uppercase) || PARTICLES.contains(w));
        if !named || words.len() < last + 3 || literal.span.len() != literal.text.len() {
            continue;
        }
        let name = words[last + 1..].join(" ");
        let literal = &mut brief.literals[index];
        let mut post = literal.clone();
        literal.span.start = literal.span.end - name.len();
        post.span.end = literal.span.start - 1;
        post.text = brief.prompt[post.span.clone()].to_string();
        post.role = Role::Subtitle;
        literal.text = name;
        brief.literals.push(post);
    }
}

/// "PT / EN / FR": what slashes part is one line.
fn join_slashed(brief: &mut Brief) {
    let mut at = 0;
    while at + 1 < brief.literals.len() {
        let [first, second] = [at, at + 1].map(|i| &brief.literals[i]);
        let between = brief.prompt.get(first.span.end..second.span.start);
        let words = |l: &crate::Literal| {
            l.origin != Origin::Quoted
                && matches!(
                    l.role,
                    Role::Title | Role::Subtitle | Role::Body | Role::Text | Role::Item
                )
        };
        if between.is_some_and(|gap| gap.trim() == "/") && words(first) && words(second) {
            let end = second.span.end;
            brief.remove_literal(at + 1);
            let first = &mut brief.literals[at];
            first.span.end = end;
            first.text = brief.prompt[first.span.clone()].to_string();
        } else {
            at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Role;
    use crate::outline::check_texts;

    #[test]
    fn a_post_before_a_name_stands_under_it() {
        check_texts(&[
            (
                "business card for iOS developer Kai McDonald, kai.dev",
                &[
                    (Role::Person, "Kai McDonald"),
                    (Role::Contact, "kai.dev"),
                    (Role::Subtitle, "iOS developer"),
                ],
            ),
            (
                "business card - Ines Carvalho, Interpreter & Translator, PT / EN / FR, ines@carvalho.pt",
                &[
                    (Role::Person, "Ines Carvalho"),
                    (Role::Title, "Interpreter & Translator"),
                    (Role::Subtitle, "PT / EN / FR"),
                    (Role::Contact, "ines@carvalho.pt"),
                ],
            ),
            (
                "business card for a tattoo artist, \"Mara Voss\", by appointment only, black with a rose",
                &[
                    (Role::Title, "Mara Voss"),
                    (Role::Subtitle, "by appointment only"),
                    (Role::Subtitle, "tattoo artist"),
                ],
            ),
        ]);
    }
}
