//! Records of JSON in a prompt: their fields are texts of the picture, and may name its kind and its look.

pub(crate) mod board;
pub(crate) mod picture;

use crate::reader::Reader;
use crate::{
    Genre, List, Literal, Origin, Pair, Record, Role, copy, forms, genre, json, literals, look,
    pairs, screens,
};

/// A brief in JSON alone names its kind in a field ("screen": "login").
pub(crate) fn genre(reader: &mut Reader<'_>, found: &[json::Found]) {
    if reader.brief.genre != Genre::Composed {
        return;
    }
    let fields = found
        .iter()
        .flat_map(|json| &json.records)
        .flat_map(|record| &record.fields);
    for (name, text) in fields {
        if json::names_the_kind(name)
            && let Some(genre) = genre::named(text)
        {
            reader.brief.genre = genre;
            return;
        }
    }
    // "screen": "workout summary": no kind of its own, but a screen.
    let fields = found
        .iter()
        .flat_map(|json| &json.records)
        .flat_map(|record| &record.fields);
    for (name, text) in fields {
        let genre = match name.to_lowercase().as_str() {
            "screen" | "view" | "app" => Genre::MobileApp,
            "page" => Genre::WebPage,
            _ => continue,
        };
        reader.brief.genre = genre;
        reader.brief.subject.get_or_insert_with(|| text.clone());
        return;
    }
}

/// Records become data of the brief; their strings are literals.
pub(crate) fn read(reader: &mut Reader<'_>, found: Vec<json::Found>) {
    for json in found {
        let mut list = List {
            kind: "item".into(),
            ..List::default()
        };
        for (record, nested) in json.records.into_iter().zip(json.nested) {
            if reader.brief.genre == Genre::Composed {
                genre::of_record(reader, &record);
            }
            look::of_record(reader, &record);
            let head = fields(reader, &record, nested);
            list.items.extend(head.filter(|_| nested));
            reader.brief.records.push(record);
        }
        // The parts of a screen in a list of their own are its rows.
        if list.items.len() >= 2 && screens::is_interface(reader.brief.genre) {
            list.span = json.outer;
            reader.brief.lists.push(list);
        }
    }
}

/// Adds the fields of a record as literals and pairs; returns the literal that names it.
fn fields(reader: &mut Reader<'_>, record: &Record, nested: bool) -> Option<usize> {
    let screen = screens::is_interface(reader.brief.genre);
    let printed = copy::is_printed(reader.brief.genre) && !nested;
    let mut label = None;
    for (name, text) in &record.fields {
        // On a screen every fact is shown, under its own name.
        let own = screen && !json::steers(name) && json::role_of_field(name).is_none();
        let role = match json::role_of_field(name) {
            Some(Role::Title) if nested && screen => Role::Item,
            // {"name": "Ruth Okoye", "role": "Founder"}: what stands behind the name of a row belongs to it.
            Some(Role::Subtitle | Role::Body | Role::Place | Role::Date | Role::Time)
                if nested && screen && label.is_some() =>
            {
                Role::Value
            }
            Some(role) => role,
            None if own && text != "yes" => Role::Value,
            None if printed && json::is_copy(name, text) => {
                let form = pairs::value_kind(text).or_else(|| forms::address_kind(text));
                literals::role_of_form(form).unwrap_or(Role::Body)
            }
            None => continue,
        };
        let at = reader.brief.literals.len();
        reader.brief.literals.push(Literal {
            text: text.clone(),
            span: record.span.clone(),
            role,
            origin: Origin::Quoted,
            on_object: None,
        });
        match role {
            Role::Title | Role::Label => label = label.or(Some(at)),
            Role::Item if nested && label.is_none() => label = Some(at),
            Role::Value if own && !nested => reader.brief.pairs.push(Pair {
                label: None,
                label_text: json::label_of(name),
                value: at,
            }),
            Role::Price | Role::Value => {
                let named = label.map(|label: usize| reader.brief.literals[label].text.clone());
                if let Some(label_text) = named
                    && !reader.brief.pairs.iter().any(|pair| pair.label == label)
                {
                    reader.brief.pairs.push(Pair {
                        label,
                        label_text,
                        value: at,
                    });
                }
            }
            _ => {}
        }
    }
    label
}
