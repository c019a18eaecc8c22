//! Who holds what a piece announces: "Free webinar: Taxes. host Marta Kowalczyk".

use crate::outline::lowered;
use crate::{Brief, Literal, Origin, Role};

/// Words that stand before the name of such a person.
const PARTS: &[&str] = &[
    "host",
    "hosts",
    "speaker",
    "speakers",
    "guest",
    "presenter",
    "moderator",
    "instructor",
    "trainer",
    "lecturer",
];

/// Lets what is announced lead where the one who holds it was taken for the title, and sets both words in one line.
pub(super) fn settle(brief: &mut Brief) {
    if !crate::copy::is_printed(brief.genre) {
        return;
    }
    let lower = lowered(&brief.prompt);
    let part = |l: &Literal| {
        let before = lower.get(..l.span.start)?;
        let before = before.strip_suffix(['"', '“', '\'', '‘']).unwrap_or(before);
        let before = before.strip_suffix(' ')?;
        let word = before.rsplit([' ', '\n']).next()?;
        PARTS.contains(&word).then(|| before.len() - word.len())
    };
    let found = brief
        .literals
        .iter()
        .position(|l| l.role == Role::Title && part(l).is_some());
    let Some(name) = found else { return };
    let Some(start) = part(&brief.literals[name]) else {
        return;
    };
    let end = brief.literals[name].span.end;
    let announced = |l: &Literal| {
        l.span.end <= start && matches!(l.role, Role::Subtitle | Role::Body | Role::Kicker)
    };
    let Some(lead) = brief.literals.iter().position(announced) else {
        return;
    };
    brief.literals[lead].role = Role::Title;
    let literal = &mut brief.literals[name];
    literal.role = Role::Body;
    // What stands in quotes is printed as it is.
    if literal.origin != Origin::Quoted {
        literal.span = start..end;
        literal.text = brief.prompt[start..end].to_owned();
    }
    let word = |l: &Literal| l.span.start == start && l.span.end < end;
    if let Some(word) = brief.literals.iter().position(word) {
        brief.remove_literal(word);
    }
}

#[cfg(test)]
mod tests {
    use crate::Role;
    use crate::outline::check_texts;

    #[test]
    fn what_is_announced_leads() {
        check_texts(&[(
            "webinar banner. Free webinar: Books for Beginners. host Ana Ruiz",
            &[
                (Role::Title, "Free webinar"),
                (Role::Body, "Books for Beginners"),
                (Role::Body, "host Ana Ruiz"),
            ][..],
        )]);
    }
}
