//! Reads a prompt: text in, [`Brief`] out.
//!
//! The reader gives every word of a prompt one of five meanings (carrier, genre, content, look, constraint) and keeps
//! its span, so that nothing is lost unseen. It is rule-based: the same prompt always gives the same brief, and no
//! text makes it panic.

mod affix;
mod agenda;
mod award;
mod bill;
mod brief;
mod calendar;
mod called;
mod canvas;
mod case;
mod cells;
mod charted;
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
mod lines;
mod links;
mod literals;
mod local;
mod look;
mod mails;
mod numbers;
mod numerals;
mod objects;
mod outline;
mod pairs;
mod panels;
mod parcel;
mod passage;
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
mod reading;
mod readouts;
mod records;
mod report;
mod roles;
mod rows;
mod screens;
mod separators;
mod services;
mod setting;
mod sheet;
mod slavic;
mod slide;
mod states;
mod tokens;
mod tool;
mod topic;
mod transit;
mod trip;
mod ways;
mod world;

pub use agenda::Appointment;
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
pub use ledger::ROW_ACTION;
pub use mails::Mail;
pub use numerals::Numerals;
pub use objects::comes_served;
pub use panels::{Panel, Speech, panel_columns};
pub use passage::Passage;
pub use planner::{Event, Field, Habits, Mark, MarkKind, Period, Planner};
pub use report::brief_report;
pub use screens::controls::is_caption;
pub use sheet::{SectionKind, Sheet, SheetSection, is_sheet};
pub use slide::SlideText;
pub use tool::Tool;
pub use trip::{Trip, journey_field, journey_label};

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
    let mut brief = reading::read(prompt, None);
    panels::settle(&mut brief);
    let beyond = brief.literals.len().min(TEXTS_MAX);
    let beyond = brief.literals.split_off(beyond);
    brief
        .unread
        .extend(beyond.into_iter().map(|literal| literal.span));
    brief.forget_the_lost();
    brief
}

/// As [`read`] for a part of a prompt whose language (ISO 639-1) is known from the whole: a few words alone do not tell it.
pub fn read_in(part: &str, language: &str) -> Brief {
    let known = glosses::LANGUAGES
        .iter()
        .map(|&(code, _)| code)
        .find(|code| *code == language);
    reading::read(part, known)
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
