//! Reads a prompt: text in, [`Brief`] out.
//!
//! The reader gives every word of a prompt one of five meanings (carrier, genre, content, look, constraint) and keeps
//! its span, so that nothing is lost unseen. It is rule-based: the same prompt always gives the same brief, and no
//! text makes it panic.

mod affix;
mod authors;
mod award;
mod bill;
mod brief;
mod calendar;
mod called;
mod canvas;
mod case;
mod cells;
mod code;
mod colors;
mod constraints;
mod copy;
mod data;
mod described;
mod diagram;
mod dialogue;
mod eastern;
mod entities;
mod feed;
mod fold;
mod forms;
mod genitive;
mod genre;
mod glosses;
mod grid;
mod headings;
mod hours;
mod inflect;
mod instruction;
mod inviting;
mod json;
mod kinds;
mod lanes;
mod language;
mod ledger;
mod lexicon;
mod links;
mod literals;
mod local;
mod look;
mod mails;
mod missing;
mod numbers;
mod numerals;
mod objects;
mod outline;
mod pairs;
mod panels;
mod parcel;
mod passage;
mod phones;
mod phrases;
mod pitch;
mod planner;
mod plans;
mod plotted;
mod posts;
mod quantity;
mod quotes;
mod ratings;
mod reader;
mod readouts;
mod report;
mod roles;
mod rows;
mod screens;
mod sentences;
mod separators;
mod services;
mod setting;
mod sheet;
mod signs;
mod slavic;
mod slide;
mod states;
mod tokens;
mod tool;
mod topic;
mod trip;
mod vocative;
mod ways;
mod world;

pub use award::Signer;
pub use bill::{Bill, BillItem, SumKind, sum_kind};
pub use brief::*;
pub use calendar::{DayName, english_day_name, month as month_number, weekday as weekday_number};
pub use cells::is_state;
pub use code::Code;
pub use diagram::{is_answer, is_condition};
pub use entities::Entity;
pub use forms::{is_day_name, is_month_name};
pub use grid::Grid;
pub use instruction::*;
pub use kinds::kind_of;
pub use mails::Mail;
pub use numerals::Numerals;
pub use panels::{Panel, Speech};
pub use passage::Passage;
pub use planner::{Event, Field, Mark, MarkKind, Period, Planner};
pub use report::brief_report;
pub use screens::controls::is_caption;
pub use sheet::{SectionKind, Sheet, SheetSection, is_sheet};
pub use slide::SlideText;
pub use tool::Tool;
pub use trip::Trip;

use reader::Reader;

/// Longest prompt that is read, in bytes; the rest is reported as unread.
pub const PROMPT_BYTES_MAX: usize = 400_000;
/// Most texts that one picture holds; the others are reported as unread.
pub const TEXTS_MAX: usize = 1_000;

/// Returns the kind of thing that an English noun names ("animal", "flower"); none for a noun that nobody draws.
pub fn category(noun: &str) -> Option<&'static str> {
    lexicon::lexicon().category(noun)
}

/// Returns what `prompt` asks for.
pub fn read(prompt: &str) -> Brief {
    if let Some((western, numerals)) = numerals::western(prompt) {
        let mut brief = read_western(&western);
        brief.numerals = numerals;
        return brief;
    }
    read_western(prompt)
}

fn read_western(prompt: &str) -> Brief {
    let mut brief = read_one(prompt);
    panels::settle(&mut brief);
    let beyond = brief.literals.len().min(TEXTS_MAX);
    let beyond = brief.literals.split_off(beyond);
    brief
        .unread
        .extend(beyond.into_iter().map(|literal| literal.span));
    brief.forget_the_lost();
    brief
}

/// Reads a prompt as one picture, whatever panels it may tell.
fn read_one(prompt: &str) -> Brief {
    read_known(prompt, None)
}

/// As [`read`] for a part of a prompt whose language (ISO 639-1) is known from the whole: a few words alone do not tell it.
pub fn read_in(part: &str, language: &str) -> Brief {
    let known = glosses::LANGUAGES
        .iter()
        .map(|&(code, _)| code)
        .find(|code| *code == language);
    read_known(part, known)
}

fn read_known(prompt: &str, language: Option<&'static str>) -> Brief {
    let text = head(prompt);
    let found = json::find(text);
    let mut skip: Vec<Span> = found.iter().map(|json| json.outer.clone()).collect();
    let passage = passage::find(text);
    let source = code::find(text)
        .or_else(|| passage.clone())
        .filter(|(outer, _)| {
            !skip
                .iter()
                .any(|json| json.start < outer.end && outer.start < json.end)
        });
    let mut unquoted = skip.clone();
    unquoted.extend(source.iter().map(|(outer, _)| outer.clone()));
    unquoted.sort_by_key(|span| span.start);
    let mut quoted = quotes::find(text, &unquoted);
    if quoted.is_empty() && unquoted.is_empty() {
        quoted.extend(signs::lettered(text));
    }
    if let Some((outer, inner)) = source.clone() {
        quoted.push(quotes::Quoted { outer, inner });
        quoted.sort_by_key(|quoted| quoted.outer.start);
    }
    skip.sort_by_key(|span| span.start);
    let language = language.unwrap_or_else(|| language::detect(text, &quoted));
    let tokens = tokens::lex(
        text,
        &quoted,
        &skip,
        glosses::Glosses::for_language(language),
    );
    let tokens = forms::merge(text, tokens);
    let mut reader = Reader::new(text, quoted, tokens, language);
    genre::read(&mut reader);
    code::claim(&mut reader, source.is_some() && passage.is_none());
    genre_of_records(&mut reader, &found);
    separators::settle(&mut reader);
    case::judge(&mut reader);
    headings::claim(&mut reader);
    states::claim(&mut reader);
    described::codes(&mut reader);
    screens::claim(&mut reader);
    inviting::claim(&mut reader);
    look::shape::claim(&mut reader);
    copy::claim(&mut reader);
    literals::versus(&mut reader);
    constraints::read(&mut reader);
    canvas::read(&mut reader);
    look::read(&mut reader);
    if !diagram::read(&mut reader) {
        literals::read(&mut reader);
        copy::mend(&mut reader);
    }
    records(&mut reader, found);
    plotted::read(&mut reader);
    described::read(&mut reader);
    setting::read(&mut reader);
    objects::read(&mut reader);
    copy::read(&mut reader);
    genre::settle(&mut reader);
    constraints::settle(&mut reader);
    roles::read(&mut reader);
    links::read(&mut reader);
    data::read(&mut reader);
    screens::endings::finish(&mut reader);
    readouts::settle(&mut reader);
    topic::read(&mut reader);
    topic::unread(&mut reader);
    let quoted = std::mem::take(&mut reader.quoted);
    let mut brief = reader.brief;
    if text.len() < prompt.len() {
        brief.unread.push(text.len()..prompt.len());
    }
    brief.prompt = prompt.to_string();
    code::settle(&mut brief, source.as_ref().map(|(outer, _)| outer));
    passage::settle(&mut brief, passage.as_ref().map(|(_, text)| text), &quoted);
    trip::settle(&mut brief);
    planner::settle(&mut brief);
    grid::settle(&mut brief);
    slide::settle(&mut brief);
    bill::settle(&mut brief);
    sheet::settle(&mut brief);
    tool::settle(&mut brief);
    dialogue::settle(&mut brief);
    ledger::settle(&mut brief);
    mails::settle(&mut brief);
    plans::settle(&mut brief);
    lanes::settle(&mut brief);
    rows::settle(&mut brief);
    screens::month::settle(&mut brief);
    screens::people::settle(&mut brief);
    screens::instruments::settle(&mut brief);
    screens::endings::settle(&mut brief);
    screens::without_articles(&mut brief);
    screens::opened::settle(&mut brief);
    pitch::settle(&mut brief);
    ratings::settle(&mut brief);
    award::settle(&mut brief);
    authors::settle(&mut brief);
    vocative::settle(&mut brief);
    copy::posts::settle(&mut brief);
    feed::settle(&mut brief);
    services::settle(&mut brief);
    inviting::settle(&mut brief);
    genitive::settle(&mut brief);
    entities::settle(&mut brief);
    eastern::settle(&mut brief);
    called::settle(&mut brief);
    hours::settle(&mut brief);
    missing::settle(&mut brief);
    sentences::settle(&mut brief);
    phones::settle(&mut brief);
    signs::settle(&mut brief);
    ways::settle(&mut brief);
    parcel::settle(&mut brief);
    world::settle(&mut brief);
    brief
}

/// Returns the words of `text` in lower case and in English, as far as the language (ISO 639-1) has a vocabulary.
pub fn english(text: &str, language: &str) -> String {
    let tokens = tokens::lex(text, &[], &[], glosses::Glosses::for_language(language));
    let words: Vec<&str> = tokens
        .iter()
        .filter(|token| token.is_wordlike())
        .map(|token| token.key.as_str())
        .collect();
    words.join(" ")
}

/// Returns the sRGB colour that `text` names in a language (ISO 639-1) or in English; none when it names no colour.
pub fn color_of(text: &str, language: &str) -> Option<[u8; 3]> {
    [language, "en"]
        .iter()
        .find_map(|language| Some(colors::named(text, language)?.rgb))
}

/// The part of a prompt that is read.
fn head(prompt: &str) -> &str {
    let mut end = prompt.len().min(PROMPT_BYTES_MAX);
    while !prompt.is_char_boundary(end) {
        end -= 1;
    }
    &prompt[..end]
}

/// A brief in JSON alone names its kind in a field ("screen": "login").
fn genre_of_records(reader: &mut Reader<'_>, found: &[json::Found]) {
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
fn records(reader: &mut Reader<'_>, found: Vec<json::Found>) {
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
