//! Decides what kind of picture is wanted: longest match, then the head-noun rule.

use crate::Genre;
use crate::forms::FormKind;
use crate::lexicon::lexicon;
use crate::reader::{Reader, Use};
use crate::tokens::{Kind, Sep};

mod board;
pub(crate) mod choice;
mod content;
mod device;
mod medium;
mod told;
mod topic;
mod words;

/// A genre word in the prompt.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    from: usize,
    to: usize,
    genre: Genre,
    strong: bool,
    place: Place,
}

/// Where a genre word stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Head of the first noun phrase.
    Top,
    /// Head of a later clause.
    Clause,
    /// Behind a preposition or a verb that another noun governs.
    Governed,
}

/// Sets the genre of the brief and marks its words.
pub(crate) fn read(reader: &mut Reader<'_>) {
    words::skip_carriers(reader);
    words::borrowed_styles(reader);
    words::mark_verbs(reader);
    let candidates = words::candidates(reader);
    picture_styles(reader, &candidates);
    let best = choice::choose(reader, &candidates);
    if let Some((from, to)) = content::flows(reader) {
        name(reader, Genre::FlowChart, from, to);
        return;
    }
    if let Some(notice) = device::over_page(reader, best) {
        take(reader, notice, &candidates);
        return;
    }
    let best = device::pictured(reader, &candidates, best)
        .or_else(|| device::shown_on_device(reader, &candidates, best))
        .or_else(|| device::part_of_app(reader, &candidates, best))
        .or_else(|| device::calendar(reader, best))
        .or_else(|| device::recipe(reader, best))
        .or_else(|| device::cart(reader, best))
        .or(best);
    // "slide with a bar chart of revenue: 2023 $2M, 2024 $3M": a chart that fills the slide.
    let best = match best.filter(|word| word.genre == Genre::Slide) {
        Some(slide) => charted(reader, &candidates, slide).or(best),
        None => best,
    };
    if let Some(board) = device::board(reader, best) {
        name(reader, Genre::Kanban, board, board + 1);
        reader.mark(0, board + 1, Use::Genre);
        return;
    }
    // "podcast list on a phone": what a phone shows in rows is a screen.
    if let Some((from, to)) = device::on_phone(reader, best) {
        name(reader, Genre::MobileApp, from, to);
        return;
    }
    // "frase para Instagram: «…», fondo degradado": with a text to set, a gradient is what it stands on.
    let best = match best {
        Some(word) if word.genre == Genre::Gradient && !reader.quoted.is_empty() => candidates
            .iter()
            .copied()
            .find(|other| other.genre != Genre::Gradient && other.strong),
        best => best,
    };
    // "line art t-shirt of a cat": the manner stands before the thing that is printed.
    if best.is_some_and(|word| word.genre == Genre::Scene)
        && let Some((from, to)) = device::garment(reader)
    {
        name(reader, Genre::PrintMotif, from, to);
        return;
    }
    if let Some(word) = medium::told(reader, best) {
        take(reader, word, &candidates);
        return;
    }
    match device::screen(reader, best).or(best) {
        Some(best) => take(reader, best, &candidates),
        None => match content::plotted(reader, &candidates) {
            Some(chart) => take(reader, chart, &candidates),
            None => unnamed(reader),
        },
    }
}

/// The chart on a slide, where its figures are told behind it and nothing is quoted in a list; the word for the slide is marked.
fn charted(
    reader: &mut Reader<'_>,
    candidates: &[Candidate],
    slide: Candidate,
) -> Option<Candidate> {
    const FIGURES_MIN: usize = 3;
    const QUOTES_MAX: usize = 1;
    let chart = candidates
        .iter()
        .copied()
        .find(|word| word.genre == Genre::Chart && word.strong && word.from >= slide.to)?;
    let end = (chart.to..reader.len())
        .find(|&at| reader.ends_sentence(at))
        .unwrap_or(reader.len());
    let figures = (chart.to..end)
        .filter(|&at| match reader.tokens[at].kind {
            Kind::Number => true,
            Kind::Form(kind) => matches!(
                kind,
                FormKind::Price | FormKind::Percent | FormKind::Quantity | FormKind::Figure
            ),
            _ => false,
        })
        .count();
    if figures < FIGURES_MIN || reader.quoted.len() > QUOTES_MAX {
        return None;
    }
    reader.mark(slide.from, slide.to, Use::Genre);
    Some(chart)
}

/// Sets the genre and marks the words that name it.
fn name(reader: &mut Reader<'_>, genre: Genre, from: usize, to: usize) {
    reader.brief.genre = genre;
    reader.brief.genre_span = Some(reader.span(from, to));
    reader.mark(from, to, Use::Genre);
}

/// Sets the genre by what is told, where no word names it.
fn unnamed(reader: &mut Reader<'_>) {
    // "Promote a pizza with 30% off" asks for an advertisement.
    let promotes = matches!(reader.key(0), "promote" | "advertise" | "announce");
    // "Happy New Year 2027 card from the team": a card that greets.
    let card = (0..reader.len()).any(|at| reader.key(at) == "card" || reader.key(at) == "ecard");
    if card && crate::copy::greetings::greets(reader.prompt) {
        reader.brief.genre = Genre::SocialCard;
        return;
    }
    // "a phrase for Instagram: «…»": words to be set, and where they will be seen.
    let first = reader.clause_end(0);
    let posted = (0..first).find(|&at| crate::copy::PLATFORMS.contains(&reader.key(at)));
    if let Some(at) = posted.filter(|_| !reader.quoted.is_empty()) {
        name(reader, Genre::SocialCard, 0, at + 1);
        return;
    }
    if let Some((genre, to)) = content::by_first_word(reader) {
        name(reader, genre, 0, to);
        return;
    }
    if let Some(card) = content::card_of_trade(reader) {
        name(reader, Genre::BusinessCard, card, card + 1);
        return;
    }
    if let Some((from, to)) = device::garment(reader) {
        name(reader, Genre::PrintMotif, from, to);
        return;
    }
    if let Some(to) = board::priced(reader) {
        name(reader, Genre::Chalkboard, 0, to);
        return;
    }
    let told = content::by_content(reader).or_else(|| content::by_form(reader));
    if let Some(genre) = told {
        // "SKU | item | qty … export CSV button": rows that are worked with are a screen.
        let worked = genre == Genre::Table && device::has_controls(reader);
        let genre = if worked { Genre::AdminTable } else { genre };
        reader.brief.genre = genre;
        // "donut, … slices rent 45%": the form is the word for the kind.
        if genre == Genre::Chart && matches!(reader.key(0), "donut" | "doughnut") {
            name(reader, genre, 0, 1);
        }
        // "infographic coffee vs tea: …": the medium is none of the sides.
        if genre == Genre::ComparisonTable && matches!(reader.key(0), "infographic" | "graphic") {
            reader.mark(0, 1, Use::Genre);
        }
    } else if content::labels_parts(reader) {
        reader.brief.genre = Genre::LabelledDiagram;
    } else if promotes {
        reader.brief.genre = Genre::SocialCard;
    } else if content::announces(reader) || content::is_headed(reader) {
        reader.brief.genre = Genre::Poster;
    }
}

/// Takes the chosen word for the genre, and the words around it for its topic.
fn take(reader: &mut Reader<'_>, best: Candidate, candidates: &[Candidate]) {
    let genre = match narrower(reader, best, candidates) {
        Genre::PaperForm if device::has_controls(reader) => Genre::Form,
        // "stock table … export CSV button": a table that is worked with is a screen.
        Genre::Table if device::has_controls(reader) => Genre::AdminTable,
        // "map with five pins …, card about one of them, button Directions": a map that is pressed is a screen.
        Genre::Map if device::has_controls(reader) => Genre::MobileApp,
        Genre::Scene if content::labels_parts(reader) => Genre::LabelledDiagram,
        Genre::Label if content::labels_listed(reader, best.from) => Genre::LabelledDiagram,
        // "icon for a language learning app"
        // "shopping cart mobile: …"
        Genre::ProductGrid if reader.key(best.to) == "mobile" && reader.is_sep(best.to + 1) => {
            Genre::MobileApp
        }
        // "state machine: Idle, Filling … nodes in a circle"
        Genre::FlowChart if content::runs_round(reader) => Genre::Cycle,
        // "pricing table … rows Storage 2 GB / 100 GB / 1 TB": plans side by side, line by line.
        Genre::Pricing if content::has_slashed_rows(reader) => Genre::ComparisonTable,
        // "wedding day schedule: 1:30 Guests arrive, 2:00 Ceremony": the hours of one day follow each other.
        Genre::Table if content::runs_through_a_day(reader) => Genre::Timeline,
        // "feature checklist … columns Us, Them. rows: …": ticks in columns compare.
        Genre::Checklist if content::has_sides(reader) => Genre::ComparisonTable,
        // "habit tracker for 30 days": a month of squares is a sheet to fill in.
        Genre::MobileApp if content::tracks_days(reader, best.from) => Genre::Calendar,
        Genre::MobileApp if names_icon(reader, best) => Genre::AppIcon,
        // "music application for the desktop": a program in a window.
        Genre::MobileApp if device::is_of_desk(reader) && device::counts_money(reader) => {
            Genre::Dashboard
        }
        Genre::MobileApp if device::is_of_desk(reader) => Genre::WebPage,
        Genre::MobileApp if device::is_home(reader) => Genre::PhoneHome,
        Genre::MobileApp if content::tells_plans(reader, best.from) => Genre::Pricing,
        genre => genre,
    };
    name(reader, genre, best.from, best.to);
    if best.genre == Genre::Scene && matches!(reader.key(best.to), "style" | "styled") {
        reader.mark(best.to, best.to + 1, Use::Look);
    }
    if matches!(best.genre, Genre::Sign | Genre::Chalkboard) {
        board::mark_place(reader, best.to);
    }
    if best.genre != Genre::Scene {
        // The charts before "dashboard" are what it shows and not what it is about.
        if !choice::ends_charts(reader, &best, candidates) {
            topic::mark(reader, best);
        }
        mark_forms(reader, best.to);
    }
    // Other words for the same picture ("dashboard UI screenshot") are neither content nor objects.
    for other in candidates {
        // "radar / spider chart"
        let slashed = other.genre == best.genre
            && other.to + 1 == best.from
            && reader.sep(other.to, Sep::Slash);
        let beside = other.to == best.from || other.from == best.to || slashed;
        if beside && other.place != Place::Governed {
            reader.mark(other.from, other.to, Use::Genre);
        }
    }
}

/// Whether the app is only what an icon is for.
fn names_icon(reader: &Reader<'_>, app: Candidate) -> bool {
    let icon = (0..app.from).find(|&at| matches!(reader.key(at), "icon" | "icons"));
    icon.is_some_and(|at| {
        matches!(reader.key(at + 1), "for" | "of") && reader.clause_start(app.from) <= at
    })
}

/// "poster design", "login page mockup", "perfume box front", "baby shower invitation card": words for a form right behind the genre word.
fn mark_forms(reader: &mut Reader<'_>, mut at: usize) {
    let carded = matches!(
        reader.brief.genre,
        Genre::Menu | Genre::Invitation | Genre::Login | Genre::SignUp
    );
    while (carded && reader.key(at) == "card"
        || matches!(
            reader.key(at),
            "screen"
                | "diagram"
                | "design"
                | "template"
                | "mockup"
                | "layout"
                | "page"
                | "board"
                | "graphic"
                | "placemat"
                | "ui"
                | "screenshot"
                | "view"
                | "window"
                | "style"
                | "front"
                | "burst"
                | "post"
                | "ad"
                | "widget"
                | "component"
        ))
        && reader.is_free(at)
        && reader.is_lower(at)
    {
        reader.mark(at, at + 1, Use::Genre);
        at += 1;
    }
    // "certificate kids: …": who it is for.
    let audience = matches!(
        reader.key(at),
        "kids" | "children" | "adults" | "students" | "teens" | "beginners"
    );
    if audience && reader.is_free(at) && reader.sep(at + 1, Sep::Colon) {
        reader.mark(at, at + 1, Use::Topic);
    }
    // "settings screen mobile: …": the device ends the name of the screen.
    let device = matches!(
        reader.key(at),
        "mobile" | "desktop" | "ios" | "android" | "web" | "tablet" | "iphone" | "ipad"
    );
    if device && reader.is_free(at) && reader.is_sep(at + 1) {
        reader.mark(at, at + 1, Use::Genre);
    }
}

/// "a diagram that explains the life cycle of a frog": a drawing of a kind that has its own form.
fn narrower(reader: &Reader<'_>, best: Candidate, candidates: &[Candidate]) -> Genre {
    // "diagram: order → check → dispatch": steps with arrows between them are a flow.
    let plain =
        best.to == best.from + 1 && matches!(reader.key(best.from), "diagram" | "schematic");
    let arrows = (best.to..reader.len())
        .filter(|&at| reader.sep(at, Sep::Arrow))
        .count();
    if best.genre == Genre::LabelledDiagram && plain && arrows >= 2 {
        return Genre::FlowChart;
    }
    // "two-line chart comparing revenue vs costs, revenue 10 12 15 …": a form with figures is a chart.
    if best.genre == Genre::ComparisonTable && reader.key(best.from) == "chart" && best.from > 0 {
        let form = reader.key(best.from - 1);
        let plotted = ["line", "bar", "pie", "area", "column", "radar"]
            .iter()
            .any(|word| form.ends_with(word));
        if plotted {
            return Genre::Chart;
        }
    }
    // "crm pipeline: Lead 12, Won 3, funnel chart": what has charts is watched on a board.
    let piped = (best.from..best.to).any(|at| reader.key(at) == "pipeline");
    let charted = candidates
        .iter()
        .any(|word| word.genre == Genre::Chart && word.from >= best.to);
    if best.genre == Genre::FlowChart && piped && charted {
        return Genre::Dashboard;
    }
    // "organigramme de décision: il pleut ? oui → …": questions with arrows are a flow, whatever the chart is called.
    let asks = (best.to..reader.len()).any(|at| reader.sep(at, Sep::Mark));
    if best.genre == Genre::OrgChart && asks && arrows >= 2 {
        return Genre::FlowChart;
    }
    // "carte : Soupe 8 €, Confit 19 €": a word for maps and menus alike, before prices.
    let prices = (best.to..reader.len())
        .filter(|&at| reader.form(at) == Some(crate::forms::FormKind::Price))
        .count();
    if best.genre == Genre::Map && prices >= 2 {
        return Genre::Menu;
    }
    // "hand washing poster with numbered steps: 1 Wet 2 Soap 3 Dry": steps are shown one by one.
    let stepped = (best.to..reader.len())
        .any(|at| matches!(reader.key(at), "steps" | "instructions") && reader.is_lower(at));
    let counts_up = ["1", "2", "3"]
        .iter()
        .all(|number| (best.to..reader.len()).any(|at| reader.key(at) == *number));
    if best.genre == Genre::Poster && stepped && counts_up {
        return Genre::Infographic;
    }
    // "chalkboard wedding sign": what the sign is made of may stand before what it is for.
    let slate = (reader.clause_start(best.from)..best.from)
        .any(|at| matches!(reader.key(at), "chalkboard" | "blackboard"));
    if best.genre == Genre::Sign && slate {
        return Genre::Chalkboard;
    }
    // "year calendar 2027 poster": a calendar that hangs as a poster is a calendar.
    let number = |at: usize| reader.tokens[at].kind == Kind::Number;
    let hung = candidates.iter().any(|word| {
        let before = word.to <= best.from && (word.to..best.from).all(number);
        word.genre == Genre::Calendar && before
    });
    if best.genre == Genre::Poster && hung {
        return Genre::Calendar;
    }
    // "diagramme du cycle de l'eau": the word for a drawing is that for a chart, too; without figures it is a drawing.
    let figured = (best.to..reader.len())
        .any(|at| matches!(reader.tokens[at].kind, Kind::Number | Kind::Form(_)));
    let drawing = reader.keys(best.from, best.to) == "chart"
        && crate::tokens::lower(reader.text(best.from, best.to)).starts_with("diagram");
    if best.genre == Genre::Chart && drawing && !figured {
        let told = candidates
            .iter()
            .find(|word| matches!(word.genre, Genre::Cycle | Genre::CrossSection | Genre::Atom));
        return told.map_or(Genre::LabelledDiagram, |word| word.genre);
    }
    let inner = candidates
        .iter()
        .find(|word| matches!(word.genre, Genre::Cycle | Genre::CrossSection | Genre::Atom));
    // "water cycle poster": a poster of what is known by its drawing shows it.
    let drawn = candidates.iter().find(|word| {
        let science = matches!(
            word.genre,
            Genre::Cycle | Genre::CrossSection | Genre::Atom | Genre::LabelledDiagram
        );
        science && word.strong && word.to == best.from
    });
    match inner {
        _ if best.genre == Genre::Poster && reader.quoted.is_empty() && drawn.is_some() => {
            drawn.map_or(best.genre, |word| word.genre)
        }
        Some(inner) if best.genre == Genre::LabelledDiagram => inner.genre,
        _ => best.genre,
    }
}

/// `{"type": "poster", …}`: a record may name the kind of picture itself.
pub(crate) fn of_record(reader: &mut Reader<'_>, record: &crate::Record) {
    let named = record.fields.iter().find_map(|(key, value)| {
        let tells = matches!(
            key.to_lowercase().as_str(),
            "type" | "kind" | "format" | "genre" | "medium" | "design" | "asset" | "template"
        );
        let words = value.to_lowercase().replace(['_', '-'], " ");
        lexicon().genres.get(&words).filter(|_| tells)
    });
    if let Some(word) = named {
        reader.brief.genre = word.genre;
    }
}

/// "pixel art of", "watercolor": words for a kind of picture are also its style.
fn picture_styles(reader: &mut Reader<'_>, candidates: &[Candidate]) {
    for word in candidates
        .iter()
        .filter(|word| word.genre == Genre::Scene && word.place != Place::Governed)
    {
        let phrase = reader.keys(word.from, word.to);
        if let Some(&(crate::lexicon::LookKind::Style, style)) = lexicon().looks.get(&phrase) {
            let styles = &mut reader.brief.look.styles;
            if !styles.iter().any(|known| known == style) {
                styles.push(style.to_string());
            }
        }
    }
}

/// Returns the genre that a name alone stands for ("login", "settings", "pricing_page").
pub(crate) fn named(name: &str) -> Option<Genre> {
    let name = name.to_lowercase().replace(['_', '-'], " ");
    let genres = &lexicon().genres;
    ["", " page", " screen", " app"]
        .iter()
        .find_map(|head| genres.get(&format!("{}{head}", name.trim())))
        .map(|word| word.genre)
}

/// Without a genre word, things make a scene and text alone a composition.
pub(crate) fn settle(reader: &mut Reader<'_>) {
    if reader.brief.genre == Genre::Composed
        && (!reader.brief.objects.is_empty() || reader.brief.setting != crate::Setting::default())
    {
        reader.brief.genre = Genre::Scene;
    }
    share_of_ring(reader);
}

/// `donut "68% complete"`: what could be eaten is a chart where the only text at it is a share.
fn share_of_ring(reader: &mut Reader<'_>) {
    let share = |text: &str| {
        let digits = text
            .trim_start()
            .bytes()
            .take_while(u8::is_ascii_digit)
            .count();
        digits > 0 && text.trim_start()[digits..].trim_start().starts_with('%')
    };
    let [object] = &reader.brief.objects[..] else {
        return;
    };
    let ring = matches!(
        object.noun.as_str(),
        "donut" | "doughnut" | "ring" | "dial" | "speedometer"
    );
    let [text] = &reader.brief.literals[..] else {
        return;
    };
    if reader.brief.genre != Genre::Scene || !ring || !share(&text.text) {
        return;
    }
    let kind = match object.noun.as_str() {
        "dial" | "speedometer" => crate::ChartKind::Gauge,
        _ => crate::ChartKind::Donut,
    };
    let span = object.span.clone();
    let colors = object.color.clone();
    reader.brief.genre = Genre::Chart;
    reader.brief.look.palette.extend(colors);
    reader.brief.described.push(crate::Described {
        kind: crate::Component::Chart(kind),
        words: String::new(),
        count: None,
        span,
    });
    reader.brief.objects.clear();
    reader.brief.pairs.clear();
    reader.brief.literals[0].role = crate::Role::Value;
}
