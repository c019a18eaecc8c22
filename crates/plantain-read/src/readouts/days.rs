//! Days that name the bars of a dashboard's chart: "bar chart by day: Mon Tue Wed Thu Fri".

use crate::{Brief, Genre, Literal, Origin, Role};

/// Days that make an axis, at least.
const DAYS_MIN: usize = 3;

/// Takes days without figures for what stands below the bars.
pub(crate) fn settle(brief: &mut Brief) {
    if brief.genre != Genre::Dashboard {
        return;
    }
    part(brief);
    let day = |l: &Literal| l.origin != Origin::Quoted && is_short(&l.text);
    let paired = |at: usize| {
        brief
            .pairs
            .iter()
            .any(|pair| pair.value == at || pair.label == Some(at))
    };
    let days: Vec<usize> = (0..brief.literals.len())
        .filter(|&at| day(&brief.literals[at]) && !paired(at))
        .collect();
    if days.len() < DAYS_MIN || !days.iter().any(|&at| is_day(&brief.literals[at].text)) {
        return;
    }
    for list in &mut brief.lists {
        list.items.retain(|at| !days.contains(at));
    }
    brief.lists.retain(|list| !list.items.is_empty());
    for at in days {
        brief.literals[at].role = Role::Category;
    }
}

/// "Lun Mar Mié": one text of nothing but days is as many.
fn part(brief: &mut Brief) {
    let row = |l: &Literal| {
        l.origin != Origin::Quoted
            && l.text.split(' ').count() >= DAYS_MIN
            && l.text.split(' ').all(is_short)
            && l.text.split(' ').any(is_day)
    };
    let Some(at) = brief.literals.iter().position(row) else {
        return;
    };
    let whole = brief.literals[at].clone();
    brief.remove_literal(at);
    let mut start = whole.span.start;
    for day in whole.text.split(' ') {
        brief.literals.push(Literal {
            text: day.to_owned(),
            span: start..start + day.len(),
            role: Role::Category,
            ..whole.clone()
        });
        start += day.len() + 1;
    }
    brief.order_literals();
}

/// Whether a text may be a day in short, of which only some are known by language ("Lun", "Mar", "Mié").
fn is_short(text: &str) -> bool {
    const CHARS_MAX: usize = 4;
    is_day(text)
        || text.starts_with(char::is_uppercase)
            && text.chars().all(char::is_alphabetic)
            && text.chars().count() <= CHARS_MAX
}

fn is_day(text: &str) -> bool {
    crate::calendar::weekday(&text.to_lowercase()).is_some()
}

#[cfg(test)]
mod tests {
    use crate::{Role, read};

    #[test]
    fn days_stand_below_the_bars() {
        let brief = read(
            "shop dashboard, cards \"Orders 64\", \"Returns 3\", bar chart by day: Mon Tue Wed Thu",
        );
        let days: Vec<&str> = brief
            .literals
            .iter()
            .filter(|l| l.role == Role::Category)
            .map(|l| l.text.as_str())
            .collect();
        assert_eq!(days, ["Mon", "Tue", "Wed", "Thu"]);
    }
}
