//! Reads flows that are told lane by lane: "swimlane diagram. Customer: place order. Sales: confirm. Warehouse: pick, ship".

use crate::outline::{add, clauses, lowered, trimmed};
use crate::{Branch, Brief, Genre, Literal, Origin, Role, Span};

/// Words of a lane's name, at most.
const NAME_WORDS_MAX: usize = 3;

/// Words for lanes, in the languages that are read.
const LANES: &[&str] = &[
    "swimlane",
    "swim lane",
    "swim-lane",
    "cross-functional",
    "lanes",
    "schwimmbahn",
    "carriles",
    "couloirs",
    "corsie",
    "raias",
    "zwembanen",
    "дорожк",
    "泳道",
    "スイムレーン",
    "스윔레인",
];

/// A step and the name of its lane.
type Step = (Span, Span);

/// Puts lanes with their steps into the tree of a flow that speaks of lanes.
pub(super) fn settle(brief: &mut Brief) {
    let lower = lowered(&brief.prompt);
    let spoken = LANES.iter().any(|word| lower.contains(word));
    if brief.genre != Genre::FlowChart || !spoken || !brief.records.is_empty() {
        return;
    }
    let start = brief.genre_span.as_ref().map_or(0, |span| span.end);
    let named = introduced(&brief.prompt, &lower);
    let steps =
        headed(&brief.prompt, &lower, start).or_else(|| led(&brief.prompt, &lower, start, &named));
    let Some(steps) = steps else { return };
    let mut desk = Brief {
        prompt: brief.prompt.clone(),
        ..Brief::default()
    };
    let first = steps[0].0.start;
    let framed = |l: &Literal| {
        matches!(l.role, Role::Title) && (l.origin <= Origin::Introduced) && (l.span.end <= first)
    };
    desk.literals
        .extend(brief.literals.iter().filter(|l| framed(l)).cloned());
    let mut lanes: Vec<(String, usize)> = Vec::new();
    // Lanes stand in the order in which they are introduced.
    for name in named
        .into_iter()
        .chain(steps.iter().map(|step| step.0.clone()))
    {
        let key = lower[name.clone()].to_string();
        let told = steps.iter().any(|step| lower[step.0.clone()] == key);
        if told && lanes.iter().all(|lane| lane.0 != key) {
            let lane = branch(&mut desk, name, Role::Column, None);
            lanes.push((key, lane));
        }
    }
    for (name, step) in steps {
        let lane = lanes.iter().find(|lane| lane.0 == lower[name.clone()]);
        let parent = lane.map(|lane| lane.1);
        branch(&mut desk, step, Role::Item, parent);
    }
    brief.literals = desk.literals;
    brief.tree = desk.tree;
    brief.links.clear();
    brief.pairs.clear();
    brief.lists.clear();
    brief.objects.clear();
    brief.relations.clear();
}

/// Adds a text to the tree; returns its place there.
fn branch(desk: &mut Brief, span: Span, role: Role, parent: Option<usize>) -> usize {
    let literal = add(desk, span, role);
    desk.tree.push(Branch {
        literal: Some(literal),
        text: desk.literals[literal].text.clone(),
        parent,
        ..Branch::default()
    });
    desk.tree.len() - 1
}

/// "lanes Customer, Sales and Warehouse": the names behind the word for lanes.
fn introduced(prompt: &str, lower: &str) -> Vec<Span> {
    const LEADS: &[&str] = &["lanes:", "lanes for", "lanes are", "lanes", "swimlanes"];
    let Some(from) = LEADS
        .iter()
        .find_map(|lead| Some(lower.find(lead)? + lead.len()))
    else {
        return Vec::new();
    };
    let rest = &lower[from..];
    let rest = &rest[..rest.find(['.', ';', '\n']).unwrap_or(rest.len())];
    // "lanes Customer, Sales: Customer places …": the colon behind the names ends them.
    let skip = rest.len() - rest.trim_start_matches([':', ' ', '(']).len();
    let end = rest[skip..]
        .find([':', ')'])
        .map_or(rest.len(), |at| skip + at);
    let mut out = Vec::new();
    for clause in clauses(&prompt[..from + end], from + skip) {
        let mut at = clause.start;
        for part in lower[clause.clone()].split(" and ") {
            out.extend(trimmed(prompt, at..at + part.len()).map(|s| without_and(lower, s)));
            at += part.len() + " and ".len();
        }
    }
    let short = |span: &Span| lower[span.clone()].split(' ').count() <= NAME_WORDS_MAX;
    if out.len() < 2 || !out.iter().all(short) {
        out.clear();
    }
    out
}

fn without_and(lower: &str, span: Span) -> Span {
    match lower[span.clone()].strip_prefix("and ") {
        Some(rest) => span.end - rest.len()..span.end,
        None => span,
    }
}

/// Stretches between full stops, semicolons, bars, arrows and line breaks.
fn segments(lower: &str, start: usize) -> Vec<Span> {
    const CUTS: &[&str] = &[
        " → ", "→", " -> ", "->", " => ", " > ", " | ", "; ", ";", "\n", ". ", " / ",
    ];
    let mut out = Vec::new();
    let (mut from, mut at) = (start, start);
    while at < lower.len() {
        match CUTS.iter().find(|cut| lower[at..].starts_with(**cut)) {
            Some(cut) => {
                out.push(from..at);
                at += cut.len();
                from = at;
            }
            None => at += lower[at..].chars().next().map_or(1, char::len_utf8),
        }
    }
    out.push(from..lower.len());
    out
}

/// "Customer: place order. Warehouse: pick items, ship": names before colons; a stretch without one goes on in the same lane.
fn headed(prompt: &str, lower: &str, start: usize) -> Option<Vec<Step>> {
    let mut steps: Vec<Step> = Vec::new();
    let mut lane: Option<Span> = None;
    for segment in segments(lower, start) {
        for clause in clauses(&prompt[..segment.end], segment.start) {
            let text = &lower[clause.clone()];
            let (head, body) = match text.rfind([':', '(']) {
                Some(colon) if text[..colon].trim().is_empty() => (None, clause.clone()),
                Some(colon) => {
                    let from = text[..colon].rfind(": ").map_or(0, |at| at + 2);
                    let head = trimmed(prompt, clause.start + from..clause.start + colon)?;
                    (Some(head), clause.start + colon + 1..clause.end)
                }
                None => (None, clause.clone()),
            };
            // "lanes: Customer, Sales", "title: Orders": no lane.
            let other = |head: &Span| {
                let text = &lower[head.clone()];
                text.contains("lane") || text.contains("titl")
            };
            if head.as_ref().is_some_and(other) {
                lane = None;
                continue;
            }
            if let Some(head) = head {
                if lower[head.clone()].split_whitespace().count() > NAME_WORDS_MAX {
                    return None;
                }
                lane = Some(head);
            }
            let body =
                trimmed(prompt, body).filter(|body| !crate::slide::is_wish(&lower[body.clone()]));
            if let (Some(lane), Some(body)) = (&lane, body) {
                let text = lower[body.clone()].trim_end_matches(')');
                let body = without_and(lower, body.start..body.start + text.len());
                let then = lower[body.clone()].strip_prefix("then ");
                let from = then.map_or(body.start, |rest| body.end - rest.len());
                steps.push((lane.clone(), from..body.end));
            }
        }
    }
    let mut names: Vec<&str> = steps.iter().map(|s| &lower[s.0.clone()]).collect();
    names.sort_unstable();
    names.dedup();
    (names.len() >= 2).then_some(steps)
}

/// "lanes HR, IT. HR posts the job, IT sets up a laptop": each step begins with the name of its lane.
fn led(prompt: &str, lower: &str, start: usize, named: &[Span]) -> Option<Vec<Step>> {
    let from = named.last()?.end.max(start);
    // The quote and the colon behind the last name belong to it.
    let marks = |c: char| "\"'”’»: ".contains(c);
    let from = lower.len() - lower[from..].trim_start_matches(marks).len();
    let mut steps: Vec<Step> = Vec::new();
    for segment in segments(lower, from) {
        for clause in clauses(&prompt[..segment.end], segment.start) {
            let clause = without_and(lower, clause);
            let lane = named.iter().find(|name| {
                lower[clause.clone()]
                    .strip_prefix(&lower[(*name).clone()])
                    .is_some_and(|rest| rest.starts_with(' '))
            });
            match (lane, steps.last().map(|step| step.0.clone())) {
                (Some(name), _) => {
                    let text = trimmed(prompt, clause.start + name.len()..clause.end)?;
                    steps.push((name.clone(), text));
                }
                (None, Some(lane)) if !crate::slide::is_wish(&lower[clause.clone()]) => {
                    steps.push((lane, clause));
                }
                _ => {}
            }
        }
    }
    (steps.len() >= 2).then_some(steps)
}

#[cfg(test)]
mod tests {
    use crate::{Role, read};

    #[test]
    fn steps_stand_in_their_lanes() {
        for (prompt, want) in [
            (
                "swimlane diagram for orders, lanes Customer, Sales, Warehouse. Customer: place order. Sales: confirm payment. Warehouse: pick items, ship",
                "#Customer #Sales #Warehouse Customer>place order Sales>confirm payment Warehouse>pick items Warehouse>ship",
            ),
            (
                "swimlane flowchart: Client: asks -> Support: answers -> Client: rates the chat",
                "#Client #Support Client>asks Support>answers Client>rates the chat",
            ),
            (
                "swimlane diagram with lanes \"Guest\", \"Desk\": Guest checks in, Desk hands over the key",
                "#Guest #Desk Guest>checks in Desk>hands over the key",
            ),
            (
                "swimlane diagram, lanes HR and IT. HR posts the job, IT sets up a laptop, HR welcomes",
                "#HR #IT HR>posts the job IT>sets up a laptop HR>welcomes",
            ),
        ] {
            let brief = read(prompt);
            let found: Vec<String> = brief
                .tree
                .iter()
                .map(|branch| match branch.parent {
                    None => format!("#{}", branch.text),
                    Some(lane) => format!("{}>{}", brief.tree[lane].text, branch.text),
                })
                .collect();
            assert_eq!(found.join(" "), want, "{prompt}");
            let lanes = brief.literals.iter().filter(|l| l.role == Role::Column);
            assert!(lanes.count() >= 2, "{prompt}");
        }
    }
}
