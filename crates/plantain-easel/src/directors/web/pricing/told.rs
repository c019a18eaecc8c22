//! The plans that a prompt tells: names, prices, what they hold, and the one that is marked.

use plantain_read::{Origin, Role};

use crate::components::ui::{Form, Supply, Word};

/// A plan as it is told.
#[derive(Default)]
pub(super) struct Plan {
    pub(super) name: Word,
    pub(super) price: Option<Word>,
    pub(super) lines: Vec<Word>,
    pub(super) badge: Option<Word>,
    pub(super) button: Option<Word>,
}

/// The plan that the prompt wants marked, by its name or its place: "highlight Pro", "the last one is recommended".
pub(super) fn chosen(heard: &str, plans: &[Plan]) -> Option<usize> {
    const MARKS: &[&str] = &[
        "highlight",
        "recommended",
        "most popular",
        "best value",
        "featured",
        "emphasi",
    ];
    let mark = MARKS.iter().find_map(|mark| heard.find(mark))?;
    let from = heard[..mark]
        .rfind(['.', ',', ';', '\n'])
        .map_or(0, |at| at + 1);
    let to = heard[mark..]
        .find(['.', ',', ';', '\n'])
        .map_or(heard.len(), |at| mark + at);
    let clause = &heard[from..to];
    let by_name = plans.iter().position(|plan| {
        let name = plan.name.text.to_lowercase();
        !name.is_empty() && crate::components::ui::supply::has_word(clause, &name)
    });
    let places = [
        ("first", 0),
        ("second", 1),
        ("middle", plans.len() / 2),
        ("third", 2),
        ("last", plans.len().saturating_sub(1)),
    ];
    by_name.or_else(|| {
        places
            .iter()
            .find(|(word, _)| clause.contains(word))
            .map(|(_, at)| *at)
    })
}

/// Takes plans from the brief: a name, its price, and the lines up to the next plan.
pub(super) fn plans(supply: &mut Supply<'_>) -> (Vec<Plan>, Vec<Word>) {
    if let Some(names) = names(supply) {
        let named = names.into_iter().filter_map(|index| {
            Some(Plan {
                name: supply.take(index)?,
                ..Plan::default()
            })
        });
        return (named.collect(), Vec::new());
    }
    let mut loose = Vec::new();
    let mut out: Vec<Plan> = Vec::new();
    let mut waiting: Option<Word> = None;
    let brief = supply.brief();
    let paired: Vec<(usize, usize)> = brief
        .pairs
        .iter()
        .filter_map(|p| Some((p.label?, p.value)))
        .collect();
    for index in 0..brief.literals.len() {
        let literal = &brief.literals[index];
        // "House $15 (recommended)": a mark that is told with a plan is its own.
        if literal.role == Role::Badge
            && literal.origin == Origin::Introduced
            && let Some(last) = out.last_mut()
            && last.badge.is_none()
        {
            last.badge = supply.take(index);
            continue;
        }
        if matches!(
            literal.role,
            Role::Brand | Role::Button | Role::Badge | Role::Link | Role::Tab | Role::Small
        ) {
            continue;
        }
        let Some(word) = supply.take(index) else {
            continue;
        };
        let form = Form::of(&word.text);
        let names_plan = paired.iter().any(|(label, _)| *label == index)
            || brief.literals.get(index + 1).is_some_and(|next| {
                Form::of(&next.text) == Form::Money
                    || next.role == Role::Price
                    || is_free(&next.text)
            });
        let price = form == Form::Money
            || literal.role == Role::Price
            || (is_free(&word.text) && !names_plan);
        if price {
            match (waiting.take(), out.last_mut()) {
                (Some(name), _) => out.push(Plan {
                    name,
                    price: Some(word),
                    ..Plan::default()
                }),
                (None, Some(last)) if last.price.is_none() => last.price = Some(word),
                _ => out.push(Plan {
                    price: Some(word),
                    ..Plan::default()
                }),
            }
        } else if names_plan {
            loose.extend(waiting.replace(word));
        } else if let Some(last) = out.last_mut() {
            last.lines.push(word);
        } else {
            loose.extend(waiting.replace(word));
        }
    }
    // Without any price the words are no plans.
    loose.extend(waiting);
    (out, loose)
}

/// "Free, Pro, Team": plans that are only named, without any price.
fn names(supply: &Supply<'_>) -> Option<Vec<usize>> {
    const PLANS: std::ops::RangeInclusive<usize> = 2..=5;
    const WORDS_MAX: usize = 2;
    let brief = supply.brief();
    let own = |role: Role| {
        let indices = 0..brief.literals.len();
        indices.filter(move |&at| brief.literals[at].role == role)
    };
    let names: Vec<usize> = own(Role::Item).collect();
    let short = |at: &usize| {
        let text = &brief.literals[*at].text;
        text.split(' ').count() <= WORDS_MAX && Form::of(text) != Form::Money
    };
    let untold = own(Role::Price).next().is_none()
        && own(Role::Text).next().is_none()
        && brief.pairs.is_empty();
    (untold && PLANS.contains(&names.len()) && names.iter().all(short)).then_some(names)
}

fn is_free(text: &str) -> bool {
    let lower = text.to_lowercase();
    [
        "free",
        "gratis",
        "kostenlos",
        "gratuit",
        "custom",
        "contact us",
        "免费",
        "無料",
    ]
    .contains(&lower.as_str())
}
