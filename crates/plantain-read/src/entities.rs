//! Reads the entities of a data model: "Book(id, title, author_id), Author(id, name)".

use crate::outline::{add, clauses, lowered, trimmed};
use crate::{Brief, Genre, Role, Span};

/// A table or class with its fields. Texts are indices into [`Brief::literals`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entity {
    pub name: usize,
    pub fields: Vec<usize>,
    /// Entities that its foreign keys point at, and those that the prompt says it belongs to.
    pub belongs_to: Vec<usize>,
}

/// Names of such diagrams.
const KINDS: &[&str] = &[
    "er diagram",
    "erd",
    "entity relationship",
    "entity-relationship",
    "database schema",
    "db schema",
    "data model",
    "class diagram",
    "uml",
    "er-diagramm",
    "datenmodell",
    "datenbankschema",
    "modelo de datos",
    "modelo entidad",
    "diagrama er",
    "modèle de données",
    "schema",
];

/// Words between two entities, and whether the first is the one that has many.
const VERBS: &[(&str, bool)] = &[
    (" has many ", true),
    (" have many ", true),
    (" has ", true),
    (" owns ", true),
    (" places ", true),
    (" writes ", true),
    (" contains ", true),
    (" 1-n ", true),
    (" 1:n ", true),
    (" 1--n ", true),
    (" one-to-many ", true),
    (" belongs to ", false),
    (" belong to ", false),
    (" references ", false),
    (" n-1 ", false),
    (" n:1 ", false),
    (" -> ", false),
    (" → ", false),
];

/// Fills the entities of a data model; at least two with fields make one.
pub(crate) fn settle(brief: &mut Brief) {
    let lower = lowered(&brief.prompt);
    let open = matches!(
        brief.genre,
        Genre::FlowChart
            | Genre::Table
            | Genre::Composed
            | Genre::Infographic
            | Genre::OrgChart
            | Genre::Scene
    );
    let start = KINDS
        .iter()
        .filter_map(|k| lower.find(k).map(|at| at + k.len()))
        .min();
    let Some(start) = start.filter(|_| open) else {
        return;
    };
    let mut found = bracketed(&brief.prompt, start);
    if found.len() < 2 {
        found = headed(&brief.prompt, &lower, start);
    }
    if found.len() < 2 {
        return;
    }
    let mut desk = Brief {
        prompt: brief.prompt.clone(),
        ..Brief::default()
    };
    let end = found
        .iter()
        .flat_map(|(name, fields)| fields.iter().chain([name]))
        .map(|s| s.end)
        .max()
        .unwrap_or(start);
    let mut entities: Vec<Entity> = found
        .into_iter()
        .map(|(name, fields)| Entity {
            name: add(&mut desk, name, Role::Label),
            fields: fields
                .into_iter()
                .map(|f| add(&mut desk, f, Role::Field))
                .collect(),
            belongs_to: Vec::new(),
        })
        .collect();
    keys(&desk, &mut entities);
    stated(&desk, &lower[end.min(lower.len())..], &mut entities);
    if let Some(title) = brief
        .literals
        .iter()
        .find(|l| l.role == Role::Title && l.origin <= crate::Origin::Introduced)
    {
        let free = !desk.literals.iter().any(|l| l.meets(&title.span));
        if free {
            desk.literals.push(title.clone());
        }
    }
    brief.genre = Genre::FlowChart;
    brief.literals = desk.literals;
    brief.pairs.clear();
    brief.lists.clear();
    brief.links.clear();
    brief.tree.clear();
    brief.objects.clear();
    brief.relations.clear();
    brief.entities = entities;
}

/// "Book(id, title)", "Book {id, title}".
fn bracketed(prompt: &str, start: usize) -> Vec<(Span, Vec<Span>)> {
    let mut out = Vec::new();
    let mut at = start;
    while let Some(open) = prompt[at..].find(['(', '{', '[']).map(|n| at + n) {
        let Some(close) = prompt[open..].find([')', '}', ']']).map(|n| open + n) else {
            break;
        };
        let head = &prompt[at..open];
        let from = head
            .rfind([',', ';', ':', '.', '\n', ')', '}', ']'])
            .map_or(at, |n| at + n + 1);
        // "and Member(…)", "a table Member(…)": the last word names it.
        let words = prompt[from..open].trim_end();
        let name_from = from + words.rfind(' ').map_or(0, |n| n + 1);
        let fields = clauses(&prompt[..close], open + 1);
        if let Some(name) = trimmed(prompt, name_from..open)
            && !fields.is_empty()
        {
            out.push((name, fields));
        }
        at = close + 1;
    }
    out
}

/// "users: id, name; orders: id, user_id", on lines or between semicolons.
fn headed(prompt: &str, lower: &str, start: usize) -> Vec<(Span, Vec<Span>)> {
    let mut out = Vec::new();
    let mut from = start;
    let ends: Vec<usize> = prompt[start..]
        .char_indices()
        .filter(|(at, c)| {
            matches!(c, ';' | '\n') || *c == '.' && prompt[start + at + 1..].starts_with(' ')
        })
        .map(|(at, _)| start + at)
        .chain([prompt.len()])
        .collect();
    for end in ends {
        let line = from..end;
        from = (end + 1).min(prompt.len());
        let text = &lower[line.clone()];
        let Some((at, len)) = [": ", " with ", " - "]
            .iter()
            .filter_map(|m| text.rfind(m).map(|n| (n, m.len())))
            .max()
        else {
            continue;
        };
        let head = line.start..line.start + at;
        let name_from = prompt[head.clone()]
            .trim_end()
            .rfind([' ', ':'])
            .map_or(head.start, |n| head.start + n + 1);
        let fields = clauses(&prompt[..line.end], line.start + at + len);
        if let Some(name) = trimmed(prompt, name_from..head.end)
            && fields.len() >= 2
        {
            out.push((name, fields));
        }
    }
    out
}

/// The name in lower case and in the singular.
fn singular(name: &str) -> String {
    let name = name.to_lowercase();
    match name.strip_suffix("ies") {
        Some(stem) => format!("{stem}y"),
        None => name.strip_suffix('s').unwrap_or(&name).to_owned(),
    }
}

/// Fields such as "author_id" point at the entity that they name.
fn keys(desk: &Brief, entities: &mut [Entity]) {
    let names: Vec<String> = entities
        .iter()
        .map(|e| singular(&desk.literals[e.name].text))
        .collect();
    for (at, entity) in entities.iter_mut().enumerate() {
        for field in &entity.fields {
            let lower = desk.literals[*field].text.to_lowercase();
            let key = ["_id", " id", "id", " fk", "_fk"].iter().find_map(|tail| {
                lower
                    .split(' ')
                    .next()
                    .unwrap_or(&lower)
                    .strip_suffix(tail)
                    .or(lower.strip_suffix(tail))
            });
            let Some(key) = key
                .map(|k| k.trim_end_matches('_'))
                .filter(|k| !k.is_empty())
            else {
                continue;
            };
            if let Some(to) = names
                .iter()
                .position(|n| n == key || n.replace([' ', '_'], "") == key.replace('_', ""))
                && to != at
                && !entity.belongs_to.contains(&to)
            {
                entity.belongs_to.push(to);
            }
        }
    }
}

/// "Author writes Book": relations that are told after the entities.
fn stated(desk: &Brief, told: &str, entities: &mut [Entity]) {
    let names: Vec<String> = entities
        .iter()
        .map(|e| singular(&desk.literals[e.name].text))
        .collect();
    let find = |text: &str, last: bool| {
        let words: Vec<String> = text
            .split(|c: char| !c.is_alphanumeric() && c != '_')
            .filter(|w| !w.is_empty())
            .map(singular)
            .collect();
        let pick = if last { words.last() } else { words.first() };
        pick.and_then(|w| names.iter().position(|n| n == w))
    };
    for clause in told.split([',', ';', '.', '\n']) {
        let padded = format!(" {} ", clause.trim());
        for (verb, first_has) in VERBS {
            let Some(at) = padded.find(verb) else {
                continue;
            };
            if let (Some(a), Some(b)) = (
                find(&padded[..at], true),
                find(&padded[at + verb.len()..], false),
            ) {
                let (child, parent) = if *first_has { (b, a) } else { (a, b) };
                if child != parent
                    && !entities[child].belongs_to.contains(&parent)
                    && !entities[parent].belongs_to.contains(&child)
                {
                    entities[child].belongs_to.push(parent);
                }
                break;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::read;

    #[test]
    fn entities_have_fields_and_keys() {
        for (prompt, said) in [
            (
                "ER diagram for a library: Book(id, title, author_id), Author(id, name), Loan(id, book_id, due_date)",
                "Book[id title author_id]>Author Author[id name] Loan[id book_id due_date]>Book",
            ),
            (
                "database schema\nusers: id, email\norders: id, user_id, total\nitems: id, order_id, sku",
                "users[id email] orders[id user_id total]>users items[id order_id sku]>orders",
            ),
            (
                "class diagram: Zoo {name, city}, Animal {species, age}. Zoo has many animals",
                "Zoo[name city] Animal[species age]>Zoo",
            ),
        ] {
            let brief = read(prompt);
            let text = |at: usize| brief.literals[at].text.clone();
            let found: Vec<String> = brief
                .entities
                .iter()
                .map(|e| {
                    let fields: Vec<String> = e.fields.iter().map(|f| text(*f)).collect();
                    let to: String = e
                        .belongs_to
                        .iter()
                        .map(|t| format!(">{}", text(brief.entities[*t].name)))
                        .collect();
                    format!("{}[{}]{to}", text(e.name), fields.join(" "))
                })
                .collect();
            assert_eq!(found.join(" "), said, "{prompt}");
        }
    }
}
