//! One reading of a prompt: what is set apart, what claims its words, what is understood, and what is put right at the end.
//!
//! The order matters: a stage may rely on all stages before it, and no stage knows of a later one.

use crate::reader::Reader;
use crate::{
    Brief, PROMPT_BYTES_MAX, Span, agenda, award, bill, called, canvas, case, charted, code,
    constraints, copy, data, described, diagram, dialogue, eastern, entities, feed, forms,
    genitive, genre, glosses, grid, headings, hours, inviting, json, lanes, language, ledger,
    lines, links, literals, look, mails, objects, parcel, passage, pitch, planner, plans, plotted,
    quotes, ratings, readouts, records, roles, rows, screens, separators, services, setting, sheet,
    slide, states, tokens, tool, topic, transit, trip, ways, world,
};

/// Reads a prompt as one picture, whatever panels it may tell; its language (ISO 639-1) is guessed when it is not known.
pub(crate) fn read(prompt: &str, language: Option<&'static str>) -> Brief {
    let text = head(prompt);
    let apart = Apart::of(text);
    let quoted = apart.quoted(text);
    let language = language.unwrap_or_else(|| language::detect(text, &quoted));
    let glosses = glosses::Glosses::for_language(language);
    let tokens = tokens::lex(text, &quoted, &apart.records_at(), glosses);
    let tokens = forms::merge(text, tokens);
    let mut reader = Reader::new(text, quoted, tokens, language);
    claim(&mut reader, &apart);
    let source = apart.source.as_ref().map(|(outer, _)| outer.clone());
    let passage = apart.passage.as_ref().map(|(_, text)| text.clone());
    understand(&mut reader, apart.records);
    let quoted = std::mem::take(&mut reader.quoted);
    let mut brief = reader.brief;
    if text.len() < prompt.len() {
        brief.unread.push(text.len()..prompt.len());
    }
    brief.prompt = prompt.to_string();
    code::settle(&mut brief, source.as_ref());
    passage::settle(&mut brief, passage.as_ref(), &quoted);
    for settle in SETTLES {
        settle(&mut brief);
    }
    brief
}

/// The part of a prompt that is read.
pub(crate) fn head(prompt: &str) -> &str {
    let mut end = prompt.len().min(PROMPT_BYTES_MAX);
    while !prompt.is_char_boundary(end) {
        end -= 1;
    }
    &prompt[..end]
}

/// What stands in a prompt as it is and is not read as words.
struct Apart {
    records: Vec<json::Found>,
    /// A long text to be set: where it stands with its marks, and without them.
    passage: Option<(Span, Span)>,
    /// Source code, or else the passage.
    source: Option<(Span, Span)>,
}

impl Apart {
    fn of(text: &str) -> Self {
        let records = json::find(text);
        let passage = passage::find(text);
        let source = code::find(text)
            .or_else(|| passage.clone())
            .filter(|(outer, _)| {
                !records
                    .iter()
                    .any(|json| json.outer.start < outer.end && outer.start < json.outer.end)
            });
        Self {
            records,
            passage,
            source,
        }
    }

    /// Where records stand, in their order.
    fn records_at(&self) -> Vec<Span> {
        let mut spans: Vec<Span> = self.records.iter().map(|json| json.outer.clone()).collect();
        spans.sort_by_key(|span| span.start);
        spans
    }

    /// Texts in quotes, those on signs that need none, and the source.
    fn quoted(&self, text: &str) -> Vec<quotes::Quoted> {
        let mut unquoted = self.records_at();
        unquoted.extend(self.source.iter().map(|(outer, _)| outer.clone()));
        unquoted.sort_by_key(|span| span.start);
        let mut quoted = quotes::find(text, &unquoted);
        if quoted.is_empty() && unquoted.is_empty() {
            quoted.extend(lines::signs::lettered(text));
        }
        if let Some((outer, inner)) = self.source.clone() {
            quoted.push(quotes::Quoted { outer, inner });
            quoted.sort_by_key(|quoted| quoted.outer.start);
        }
        quoted
    }
}

/// Gives words their meaning while nothing is taken for a text yet: kinds, states, looks, counts and sizes.
fn claim(reader: &mut Reader<'_>, apart: &Apart) {
    genre::read(reader);
    code::claim(reader, apart.source.is_some() && apart.passage.is_none());
    records::genre(reader, &apart.records);
    separators::settle(reader);
    case::judge(reader);
    headings::claim(reader);
    states::claim(reader);
    described::codes(reader);
    screens::claim(reader);
    inviting::claim(reader);
    look::shape::claim(reader);
    look::arranged::claim(reader);
    copy::claim(reader);
    charted::claim(reader);
    literals::versus(reader);
    constraints::read(reader);
    canvas::read(reader);
    look::read(reader);
}

/// Reads texts, things and figures, and how they belong together.
fn understand(reader: &mut Reader<'_>, found: Vec<json::Found>) {
    if !diagram::read(reader) {
        literals::read(reader);
        copy::mend(reader);
    }
    records::read(reader, found);
    plotted::read(reader);
    described::read(reader);
    setting::read(reader);
    objects::read(reader);
    copy::read(reader);
    genre::settle(reader);
    constraints::settle(reader);
    roles::read(reader);
    links::read(reader);
    data::read(reader);
    charted::settle(reader);
    screens::endings::finish(reader);
    readouts::settle(reader);
    topic::read(reader);
    topic::unread(reader);
}

/// What reads a finished brief once more: the kinds with a form of their own first, then names, lines and places.
const SETTLES: &[fn(&mut Brief)] = &[
    records::board::settle,
    records::picture::settle,
    charted::quoted::settle,
    trip::settle,
    planner::settle,
    grid::settle,
    slide::settle,
    bill::settle,
    sheet::settle,
    tool::settle,
    dialogue::settle,
    ledger::settle,
    mails::settle,
    plans::settle,
    lanes::settle,
    rows::settle,
    readouts::days::settle,
    screens::month::settle,
    agenda::settle,
    screens::menus::settle,
    screens::rows::settle,
    screens::beside::settle,
    screens::rows::name_figures,
    screens::controls::settle,
    screens::wishes::settle,
    screens::placed::settle,
    screens::goods::settle,
    screens::named_site,
    screens::people::settle,
    screens::instruments::settle,
    screens::endings::settle,
    copy::days_in_speech,
    copy::prices_lead_nothing,
    copy::whole_dishes,
    copy::described_dishes,
    copy::below_the_goods,
    screens::without_articles,
    screens::bars::settle,
    screens::alarms::settle,
    screens::turns::settle,
    screens::transfer::settle,
    screens::colons::settle,
    screens::profile::settle,
    screens::reached::settle,
    screens::tasks::settle,
    screens::opened::settle,
    screens::filled::settle,
    screens::fields::settle,
    screens::fields::pay,
    pitch::settle,
    ratings::settle,
    award::settle,
    lines::people,
    copy::posts::settle,
    copy::offered::settle,
    feed::settle,
    services::settle,
    look::arranged::settle,
    inviting::settle,
    copy::sentences_lead,
    genitive::settle,
    entities::settle,
    eastern::settle,
    called::settle,
    hours::settle,
    lines::settle,
    copy::part_slashed,
    copy::drop_small_tails,
    ways::settle,
    parcel::settle,
    transit::settle,
    world::settle,
];
