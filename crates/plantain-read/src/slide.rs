//! Reads what a slide says: its points, its figures, its quotation.

mod foot;
mod heads;
mod points;
mod quoted;
mod sides;
#[cfg(test)]
mod tests;

use heads::{asked_before, stated_title, statement};
use points::{joined_lists, points, wanted};
pub use sides::Side;

use crate::outline::{add, clauses, lowered, trimmed};
use crate::{Brief, Genre, Origin, Role, Span};

/// The content of a slide beside its title. Numbers are indices into [`Brief::literals`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SlideText {
    pub title: Option<usize>,
    /// A title that the kind of slide implies ("Thank you", "Agenda"), when none is given.
    pub usual: Option<&'static str>,
    pub points: Vec<usize>,
    /// Points that are wanted but not given.
    pub points_open: u32,
    /// Value and label.
    pub figures: Vec<(usize, Option<usize>)>,
    pub quote: Option<usize>,
    pub by: Option<usize>,
    /// Two or more sides set against each other, each with its heading and its points.
    pub sides: Vec<Side>,
}

/// Kinds of slides that carry a usual title.
const USUAL: &[(&str, &str)] = &[
    ("thank you", "Thank you"),
    ("thank-you", "Thank you"),
    ("thanks slide", "Thank you"),
    ("agenda", "Agenda"),
    ("our team", "Our team"),
    ("team slide", "Our team"),
    ("traction", "Traction"),
    ("problem slide", "The problem"),
    ("solution slide", "The solution"),
    ("roadmap", "Roadmap"),
    ("questions", "Questions?"),
    ("q&a slide", "Questions?"),
    ("closing slide", "Thank you"),
    ("table of contents", "Contents"),
    ("next steps", "Next steps"),
    ("key takeaways", "Key takeaways"),
    ("summary slide", "Summary"),
    ("market size", "Market size"),
    ("business model", "Business model"),
];

/// Fills the slide text of a slide.
pub(crate) fn settle(brief: &mut Brief) {
    if brief.genre != Genre::Slide || !brief.records.is_empty() {
        return;
    }
    let prompt = brief.prompt.clone();
    let lower = lowered(&prompt);
    brief.prompt = foot::settle(brief, &lower);
    let lower = lowered(&brief.prompt);
    let mut slide = SlideText {
        usual: USUAL
            .iter()
            .find(|(words, _)| lower.contains(words))
            .map(|(_, title)| *title),
        points_open: wanted(&lower),
        ..SlideText::default()
    };
    let about = title(brief, &mut slide, &lower);
    slide.sides = sides::sides(brief, &lower);
    if slide.sides.is_empty() {
        let from = body(brief, &slide, about);
        if content(brief, &mut slide, &lower, from) == Content::Plain {
            figures_of_points(brief, &mut slide, &lower);
            told_figure(brief, &mut slide);
            thanks(brief, &mut slide);
            opening(brief, &mut slide);
            number_points(brief, &mut slide);
            statement(brief, &slide, &lower);
            quotation(brief, &mut slide, &lower);
            if slide.quote.is_some() && slide.quote == slide.title {
                slide.title = None;
            }
        }
    } else {
        let beside = |i: &usize| {
            !slide
                .sides
                .iter()
                .any(|(head, points)| head == i || points.contains(i))
        };
        slide.title = slide.title.filter(beside);
    }
    brief.prompt = prompt;
    drop_unused(brief, &mut slide);
    brief.slide = Some(slide);
}

/// Finds the title; returns whether it is what the slide is about, told in another language than English.
fn title(brief: &mut Brief, slide: &mut SlideText, lower: &str) -> bool {
    let stated = stated_title(&brief.prompt, lower);
    let stated = stated.map(|span| known(brief, span, Role::Title));
    slide.title = stated.or_else(|| asked_before(brief, lower));
    if slide.title.is_some() {
        return false;
    }
    slide.title = heads::about_abroad(brief, lower);
    if slide.title.is_some() {
        return true;
    }
    // "churn 1.8%, NPS 62, customers 1,240": one figure among others heads nothing, although its name has a capital.
    let values = brief.literals.iter().filter(|l| l.role == Role::Value);
    let counted = values.count() >= 2;
    let figure =
        |l: &crate::Literal| counted && l.origin > Origin::Introduced && split(&l.text).is_some();
    slide.title = brief.literals.iter().position(|l| {
        let told = l.origin <= Origin::Introduced || slide.usual.is_none();
        l.role == Role::Title && told && !figure(l)
    });
    false
}

/// Where what stands under the title begins.
fn body(brief: &Brief, slide: &SlideText, about: bool) -> usize {
    let from = slide.title.map_or(0, |i| brief.literals[i].span.end);
    // "太陽光発電についてのスライド:…": what it is about may stand before the medium.
    let medium = brief.genre_span.as_ref().map_or(0, |span| span.end);
    if about && from < medium { medium } else { from }
}

/// What stands under the title: points or figures alone, or both in one list.
#[derive(PartialEq, Eq)]
enum Content {
    Plain,
    Mixed,
}

/// Fills the points and the figures from the clauses behind `from`.
fn content(brief: &mut Brief, slide: &mut SlideText, lower: &str, from: usize) -> Content {
    let prompt = brief.prompt.clone();
    let mut listed = points(&prompt, lower, from);
    if listed.len() >= 2 {
        // "2026 goals: grow to 10k users, launch the app": what the list is of heads it.
        if slide.title.is_none()
            && let Some(colon) = lower[listed[0].clone()].find(": ")
        {
            let head = listed[0].start..listed[0].start + colon;
            listed[0].start += colon + 2;
            slide.title = Some(known(brief, head, Role::Title));
        }
        slide.points = lines(brief, listed);
        return Content::Plain;
    }
    if quoted::content(brief, slide, from) {
        return Content::Plain;
    }
    let head = brief.genre_span.as_ref().map_or(0, |s| s.end);
    let found = joined_lists(&prompt, clauses(&prompt, from.max(head)));
    if let Some(mixed) = mixed(&prompt, lower, &found, slide.title.is_some()) {
        slide.points = lines(brief, mixed);
        return Content::Mixed;
    }
    for clause in found {
        if slide.figures.len() == 1 && is_turn(&lower[clause.clone()]) {
            known(brief, clause, Role::Caption);
        } else {
            figure(brief, slide, clause, lower);
        }
    }
    let list = brief.lists.iter().find(|l| l.items.len() >= 2);
    if let (Some(list), true) = (list, slide.figures.is_empty()) {
        let items = list.items.iter().copied();
        slide.points = items.filter(|i| Some(*i) != slide.title).collect();
    }
    Content::Plain
}

fn lines(brief: &mut Brief, spans: Vec<Span>) -> Vec<usize> {
    spans
        .into_iter()
        .map(|span| known(brief, span, Role::Body))
        .collect()
}

/// Points that all hold a figure with its name are figures.
fn figures_of_points(brief: &mut Brief, slide: &mut SlideText, lower: &str) {
    let figured = |i: &usize| split(&brief.literals[*i].text).is_some();
    if slide.points.len() < 2 || !slide.points.iter().all(figured) {
        return;
    }
    for index in std::mem::take(&mut slide.points) {
        let span = brief.literals[index].span.clone();
        figure(brief, slide, span, lower);
    }
}

/// `big number 87% "of users recommend us"`: a figure with the words right behind it.
fn told_figure(brief: &Brief, slide: &mut SlideText) {
    if !slide.figures.is_empty() || !slide.points.is_empty() {
        return;
    }
    let literals = &brief.literals;
    for at in 1..literals.len() {
        let (value, label) = (&literals[at - 1], &literals[at]);
        let between = brief.prompt.get(value.span.end..label.span.start);
        let close = between.is_some_and(|text| text.chars().all(|c| " \"'“‘:-–".contains(c)));
        if value.role == Role::Value && label.origin == Origin::Quoted && close {
            slide.figures.push((at - 1, Some(at)));
            slide.title = slide.title.filter(|title| *title != at);
        }
    }
}

/// "Thank you! Questions? ada@north.io": what closes a talk is a title with lines under it and no list of points.
fn thanks(brief: &mut Brief, slide: &mut SlideText) {
    let Some(first) = slide.points.first().copied() else {
        return;
    };
    if slide.title.is_some() || !lowered(&brief.literals[first].text).starts_with("thank") {
        return;
    }
    for at in std::mem::take(&mut slide.points) {
        let literal = &mut brief.literals[at];
        let mark = brief.prompt[literal.span.end..].chars().next();
        if let Some(mark) = mark.filter(|c| matches!(c, '!' | '?')) {
            literal.text.push(mark);
            literal.span.end += 1;
        }
    }
    brief.literals[first].role = Role::Title;
    slide.title = Some(first);
}

/// `"Brand Refresh" "Maison Orel" "Spring 2027"`: who speaks and when stand under the title of a talk, and are no points.
fn opening(brief: &mut Brief, slide: &mut SlideText) {
    const FACTS_MAX: usize = 2;
    let dated = |at: &usize| {
        let text = &brief.literals[*at].text;
        let year =
            |word: &str| word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
        let words = text.split(|c: char| !c.is_alphanumeric());
        text.split(' ').count() <= 4
            && words.clone().any(year)
            && words.filter(|word| !word.is_empty()).count() >= 2
    };
    if slide.title.is_none() || slide.points.len() > FACTS_MAX || !slide.points.iter().any(dated) {
        return;
    }
    let dates: Vec<usize> = slide.points.iter().copied().filter(dated).collect();
    for at in std::mem::take(&mut slide.points) {
        brief.literals[at].role = if dates.contains(&at) {
            Role::Date
        } else {
            Role::Subtitle
        };
    }
}

/// "1 Intro, 2 Market, 3 Product": figures that only count on from one are the numbers of points.
fn number_points(brief: &mut Brief, slide: &mut SlideText) {
    const POINTS_MIN: usize = 3;
    let counts = slide.figures.iter().enumerate().all(|(n, (value, label))| {
        brief.literals[*value].text == (n + 1).to_string() && label.is_some()
    });
    if slide.points.is_empty() && slide.figures.len() >= POINTS_MIN && counts {
        for (number, label) in std::mem::take(&mut slide.figures) {
            brief.literals[number].text.clear();
            slide.points.extend(label);
        }
    }
}

/// "revenue up 18%, 3 new markets, hiring 12 engineers": clauses of which some are a figure with its name and others are not
/// are points, all of them.
fn mixed(prompt: &str, lower: &str, clauses: &[Span], titled: bool) -> Option<Vec<Span>> {
    const POINTS_MIN: usize = 3;
    let told: Vec<Span> = clauses
        .iter()
        .filter(|span| !is_wish(&lower[(*span).clone()]))
        .cloned()
        .collect();
    let figured = |span: &Span| split(&prompt[span.clone()]).is_some();
    let counted = |span: &Span| prompt[span.clone()].contains(|c: char| c.is_ascii_digit());
    let worded = |span: &Span| lower[span.clone()].split_whitespace().count() >= 2;
    let figures = told.iter().filter(|span| figured(span)).count();
    let mixed = figures >= 2
        && figures < told.len()
        && told.iter().all(|span| worded(span) && counted(span));
    (titled && told.len() >= POINTS_MIN && mixed).then_some(told)
}

/// Whether a clause steers the picture.
pub(crate) fn is_wish(clause: &str) -> bool {
    const WISHES: &[&str] = &[
        "design",
        "style",
        "theme",
        "colors",
        "colours",
        "background",
        "layout",
        "minimal",
        "modern",
        "clean",
        "professional",
        "corporate",
        "dark mode",
        "font",
        "icons",
        "template",
        "printable",
        "playful",
        "elegant",
        "16:9",
        "a4",
        "footer",
        "whitespace",
        "landscape",
        "portrait",
    ];
    /// Nouns that steer only with a word beside them: "Design" alone is a point, "simple design" is a wish.
    const NOUNS: &[&str] = &[
        "design",
        "style",
        "theme",
        "colors",
        "colours",
        "background",
        "layout",
        "font",
        "icons",
        "template",
        "footer",
    ];
    let words: Vec<&str> = clause.split([' ', '-']).collect();
    let steers = |wish: &str| match wish.contains([' ', ':']) {
        true => clause.contains(wish),
        false => words.contains(&wish) && !(words.len() == 1 && NOUNS.contains(&wish)),
    };
    let coloured = words.iter().all(|w| {
        matches!(
            *w,
            "and"
                | "with"
                | "in"
                | "on"
                | "earthy"
                | "soft"
                | "pale"
                | "deep"
                | "bright"
                | "warm"
                | "muted"
                | "light"
                | "dark"
        ) || crate::lexicon::lexicon().colors.get(w).is_some()
    });
    coloured
        || clause.starts_with("use ")
        || clause.starts_with("make it ")
        || clause.starts_with("keep it ")
        || clause.contains("sidebar")
        || words.len() <= 5
            && !clause.contains(['$', '€', '£'])
            && WISHES.iter().any(|wish| steers(wish))
}

/// Returns the literal at a span, or adds it; literals within it give way.
pub(crate) fn known(brief: &mut Brief, span: Span, role: Role) -> usize {
    if let Some(at) = brief.literals.iter().position(|l| l.span == span) {
        brief.literals[at].role = role;
        // A longer text may have swallowed it before.
        brief.literals[at].text = brief.prompt[span].to_string();
        return at;
    }
    // What lies inside the new text is a part of it.
    for literal in &mut brief.literals {
        if literal.span.start >= span.start && literal.span.end <= span.end {
            literal.role = Role::Text;
            literal.text.clear();
        }
    }
    add(brief, span, role)
}

/// Cuts "12k users" or "revenue $4.2M" into value and label; offsets of the value.
fn split(text: &str) -> Option<(usize, usize)> {
    let mut at = 0;
    let words: Vec<(usize, &str)> = text
        .split_inclusive(' ')
        .map(|w| {
            let start = at;
            at += w.len();
            (start, w.trim_end())
        })
        .collect();
    if words.len() > 6 {
        return None;
    }
    let valued = |word: &str| {
        // "CO2", "B2B" are names.
        if word.starts_with(char::is_alphabetic) && !word.contains('$') {
            return false;
        }
        let digits = word.chars().filter(char::is_ascii_digit).count();
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        let year = digits == 4 && letters == 0 && word.len() == 4;
        digits > 0 && letters <= 2 && !year
    };
    let (start, word) = *words.iter().find(|(_, w)| valued(w))?;
    let first = start == 0;
    let last = start + word.len() == text.len();
    // "4.2 million"
    let next = text[start + word.len()..].trim_start();
    let unit = [
        "million", "billion", "percent", "bn", "hours", "days", "%", "€", "$", "k", "m",
    ]
    .iter()
    .find(|u| next == **u || next.starts_with(&format!("{u} ")));
    let end = match unit {
        Some(unit) => start + word.len() + 1 + unit.len(),
        None => start + word.len(),
    };
    (first || last || unit.is_some() && end == text.len()).then_some((start, end))
}

fn figure(brief: &mut Brief, slide: &mut SlideText, span: Span, lower: &str) {
    let mut span = span;
    // "showing our traction: 12k users"
    if let Some(at) = lower[span.clone()].rfind(": ").filter(|at| {
        // "4 kpi numbers: ARR $4.2M": how many figures follow is none of them.
        let head = &lower[span.start..span.start + at];
        let counts = ["numbers", "kpis", "stats", "figures", "metrics"];
        !head.starts_with(|c: char| c.is_ascii_digit())
            || counts.iter().any(|word| head.ends_with(word))
    }) {
        span = span.start + at + 2..span.end;
    }
    // "Fazit - Umsatz +12 %": what a dash leads to.
    if let Some(at) = [" - ", " – ", " — "]
        .iter()
        .find_map(|dash| lower[span.clone()].find(dash).map(|at| at + dash.len()))
    {
        span = span.start + at..span.end;
    }
    if let Some(rest) = lower[span.clone()].strip_prefix("and ") {
        span = span.end - rest.len()..span.end;
    }
    span.start += form_words(&lower[span.clone()]);
    let text = brief.prompt[span.clone()].to_owned();
    let Some((from, to)) = split(&text) else {
        return;
    };
    let value = known(brief, span.start + from..span.start + to, Role::Value);
    let rest = if from == 0 {
        span.start + to..span.end
    } else {
        span.start..span.start + from
    };
    let label = trimmed(&brief.prompt, rest).map(|s| known(brief, s, Role::Label));
    slide.figures.push((value, label));
}

/// "up 48% since last year": how the figure before came to be.
fn is_turn(clause: &str) -> bool {
    const TURNS: &[&str] = &[
        "up ",
        "down ",
        "from ",
        "vs ",
        "versus ",
        "compared ",
        "an increase ",
        "a drop ",
        "since ",
    ];
    let counted = clause.contains(|c: char| c.is_ascii_digit());
    counted && TURNS.iter().any(|turn| clause.starts_with(turn))
}

/// Length of the words that only say how the figure is set ("one big number 3.2M users").
fn form_words(clause: &str) -> usize {
    const LOOKS: &[&str] = &[
        "a", "one", "single", "big", "huge", "large", "giant", "key", "hero",
    ];
    const FIGURES: &[&str] = &["number", "stat", "statistic", "figure", "metric"];
    let mut at = 0;
    for word in clause.split_inclusive(' ') {
        let bare = word.trim_end();
        if FIGURES.contains(&bare) && at > 0 {
            return at + word.len();
        }
        if !LOOKS.contains(&bare) {
            return 0;
        }
        at += word.len();
    }
    0
}

/// "with a big quote “…” by Ada": what is said, and who said it.
fn quotation(brief: &mut Brief, slide: &mut SlideText, lower: &str) {
    if !lower.contains("quote") {
        return;
    }
    let longest = (0..brief.literals.len())
        .filter(|i| brief.literals[*i].origin == Origin::Quoted)
        .max_by_key(|i| brief.literals[*i].text.len());
    let Some(quote) = longest else { return };
    brief.literals[quote].role = Role::Quote;
    slide.quote = Some(quote);
    let end = brief.literals[quote].span.end;
    slide.by = (0..brief.literals.len()).find(|i| {
        brief.literals[*i].span.start > end
            && matches!(
                brief.literals[*i].role,
                Role::Person | Role::Attribution | Role::Subtitle | Role::Text
            )
    });
    // "'Keep it simple.' Ada Cole": a name right behind the quotation heads nothing.
    let behind = slide.title.filter(|title| {
        let gap = brief.prompt.get(end..brief.literals[*title].span.start);
        gap.is_some_and(|gap| !gap.contains(char::is_alphanumeric))
    });
    if slide.by.is_none() && behind.is_some() {
        slide.by = behind;
        slide.title = None;
    }
    let Some(by) = slide.by else { return };
    // "small text under: attributed to Ada Cole": what a colon leads to is printed whole.
    let mut name = brief.literals[by].span.clone();
    let lead = "attributed to ";
    let whole = lower[..name.start].strip_suffix(lead);
    if whole.is_some_and(|before| before.trim_end().ends_with(':')) {
        name.start -= lead.len();
        slide.by = Some(known(brief, name.clone(), Role::Attribution));
    }
    // "Jane Park, COO at Loopwell": the post stands with the name.
    let post = brief.literals.iter().find(|l| {
        let gap = brief.prompt.get(name.end..l.span.start).unwrap_or("?");
        gap.trim() == "," && l.origin != Origin::Quoted
    });
    if let Some(end) = post.map(|l| l.span.end) {
        slide.by = Some(known(brief, name.start..end, Role::Attribution));
    }
}

/// Takes the literals away whose words stand in another one, and renumbers the rest.
fn drop_unused(brief: &mut Brief, slide: &mut SlideText) {
    let used: Vec<usize> = slide
        .points
        .iter()
        .copied()
        .chain(
            slide
                .figures
                .iter()
                .flat_map(|(v, l)| std::iter::once(*v).chain(*l)),
        )
        .chain(slide.title)
        .chain(slide.quote)
        .chain(slide.by)
        .chain(
            slide
                .sides
                .iter()
                .flat_map(|(head, points)| std::iter::once(*head).chain(points.iter().copied())),
        )
        .collect();
    let overlaps = |i: usize| {
        let span = &brief.literals[i].span;
        used.iter().any(|u| {
            *u != i
                && brief.literals[*u].span.start < span.end
                && span.start < brief.literals[*u].span.end
        })
    };
    let implied = slide.usual.is_some() && slide.title.is_none();
    let kept: Vec<usize> = (0..brief.literals.len())
        .filter(|i| {
            let literal = &brief.literals[*i];
            let echo = implied && literal.role == Role::Title && literal.origin == Origin::Inferred;
            used.contains(i) || !literal.text.is_empty() && !overlaps(*i) && !echo
        })
        .collect();
    let place = |i: usize| kept.iter().position(|k| *k == i);
    slide.title = slide.title.and_then(place);
    slide.quote = slide.quote.and_then(place);
    slide.by = slide.by.and_then(place);
    slide.points = slide.points.iter().filter_map(|i| place(*i)).collect();
    slide.sides = slide
        .sides
        .iter()
        .filter_map(|(head, points)| {
            let points = points.iter().filter_map(|i| place(*i)).collect();
            Some((place(*head)?, points))
        })
        .collect();
    slide.figures = slide
        .figures
        .iter()
        .filter_map(|(v, l)| Some((place(*v)?, l.and_then(place))))
        .collect();
    brief
        .pairs
        .retain(|p| place(p.value).is_some() && p.label.is_none_or(|l| place(l).is_some()));
    for pair in &mut brief.pairs {
        pair.value = place(pair.value).unwrap_or(0);
        pair.label = pair.label.and_then(place);
    }
    for list in &mut brief.lists {
        list.items = list.items.iter().filter_map(|i| place(*i)).collect();
    }
    brief.literals = kept.iter().map(|i| brief.literals[*i].clone()).collect();
}
