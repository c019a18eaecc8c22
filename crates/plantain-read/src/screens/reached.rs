//! Items that end in what is reached of a goal: "Move 420/500", "New bike 65%".

use crate::{Brief, Genre, Origin, Role};

/// Parts the figure from the name of such items, so that the one can be drawn for the other.
pub(crate) fn settle(brief: &mut Brief) {
    let screen = matches!(
        brief.genre,
        Genre::MobileApp | Genre::WebPage | Genre::Dashboard
    );
    if !screen || !brief.records.is_empty() {
        return;
    }
    let paired: Vec<usize> = brief
        .pairs
        .iter()
        .flat_map(|pair| pair.label.into_iter().chain([pair.value]))
        .collect();
    let found: Vec<(usize, usize)> = (0..brief.literals.len())
        .filter(|at| !paired.contains(at))
        .filter_map(|at| {
            let literal = &brief.literals[at];
            let plain = literal.origin != Origin::Quoted
                && literal.role == Role::Item
                && literal.span.len() == literal.text.len();
            let cut = literal.text.rfind(' ').filter(|_| plain)?;
            is_share(&literal.text[cut + 1..]).then_some((at, cut))
        })
        .collect();
    for (at, cut) in found {
        let span = brief.literals[at].span.clone();
        brief.literals[at].text.truncate(cut);
        brief.literals[at].span.end = span.start + cut;
        let value = crate::outline::add(brief, span.start + cut + 1..span.end, Role::Value);
        brief.pair(at, value);
    }
    brief.order_literals();
}

/// "420/500", "65%".
fn is_share(text: &str) -> bool {
    let figure = |text: &str| {
        text.starts_with(|c: char| c.is_ascii_digit())
            && text
                .chars()
                .all(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
    };
    text.strip_suffix('%').is_some_and(figure)
        || text
            .split_once('/')
            .is_some_and(|(part, whole)| figure(part) && figure(whole))
}

#[cfg(test)]
mod tests {
    use crate::Role;
    use crate::outline::check_texts;

    #[test]
    fn what_is_reached_is_parted_from_its_name() {
        check_texts(&[(
            "activity rings screen, three rings Move 420/500, Stand 9/12, black background",
            &[
                (Role::Item, "Move"),
                (Role::Value, "420/500"),
                (Role::Item, "Stand"),
                (Role::Value, "9/12"),
            ],
        )]);
    }
}
