//! What stands around the data of a chart: "add a legend", "hide the values", "no grid lines", "start the y axis at 0".

use super::additions::free_text;
use super::predicates::Parsed;
use super::words::{Words, is_among};
use crate::instruction::Change;
use crate::tokens::Kind;

/// What stands around the data of a chart.
#[derive(Debug, Clone, PartialEq)]
pub enum Furnishing {
    /// The names of series or slices beside their colours: where they stand, none where they go.
    Legend(Option<LegendSide>),
    /// The values at their marks.
    Values(bool),
    /// The lines at the ticks.
    Grid(bool),
    /// A straight line that the data follow.
    Trend(bool),
    /// Curves instead of straight lines from point to point.
    Smooth(bool),
    /// A line across the plot: its name, which may be empty, and its value as written; none where it goes.
    Goal(Option<(String, String)>),
    /// The title of the upright axis, or of the level one.
    AxisTitle {
        upright: bool,
        title: Option<String>,
    },
    /// Where the axis of values begins and ends, as far as told.
    Range { low: Option<f64>, high: Option<f64> },
}

/// Where a legend stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LegendSide {
    /// Where it fits.
    Anywhere,
    Top,
    Bottom,
    Side,
}

/// Words that bring something in.
const ON: &str = "add|show|display|draw|include|put|give it|turn on|bring back|overlay|print|put in|fit|also show|add in";

/// Words that take something away.
const OFF: &str = "remove|hide|drop|delete|no|without|without the|get rid of|turn off|take away|take off|take out|lose|omit|ditch|don't show|\
    do not show|dont show|don't need|we don't need|i don't need|no need for|cut|clear|switch off|kill|bin|scrap|axe|nuke";

/// Words for the values at the marks of a chart.
const VALUES: &str = "values|data labels|data label|value labels|value label|exact values|numbers on the bars|numbers on top of the bars|numbers above the bars|\
    percentages|percent labels|percentage labels|the value of each bar|the value on each bar|bar values|bar labels|numbers on each bar|figures on the bars";

const GRID: &str = "grid lines|gridlines|grid line|gridline|background lines|horizontal lines|guide lines|lines in the background";

const TREND: &str = "trend line|trendline|trend lines|line of best fit|best fit line|best-fit line|regression line|linear trend|linear regression";

const GOAL: &str = "target line|goal line|threshold line|reference line|benchmark line|limit line|dashed line|target|goal|threshold|benchmark|horizontal line|average line|budget line|line";

/// Reads one wish about what stands around the data of a chart.
pub(super) fn read(words: &Words<'_>, from: usize, to: usize) -> Parsed {
    let found = range(words, from, to)
        .or_else(|| axis_title(words, from, to))
        .or_else(|| legend(words, from, to))
        .or_else(|| goal(words, from, to))
        .or_else(|| smooth(words, from, to))
        .or_else(|| marks(words, from, to))?;
    let (end, part) = found;
    let end = chart_named(words, end);
    let closes = words.closes(end, to) || matches!(words.text(end, end + 1), "+" | "&");
    closes.then(|| (end, vec![Change::Furnish(part)]))
}

/// Skips "on the chart", "to the graph", "from the plot".
fn chart_named(words: &Words<'_>, at: usize) -> usize {
    const CHARTS: &str = "chart|graph|plot|diagram|bar chart|line chart|pie chart|pie|donut|scatter plot|bars|lines|scatter|line graph|bar graph";
    let Some(noun) = words.one_of(at, "on the|to the|from the|in the|of the|on this|for the|to this|in this|from this|on|around the") else {
        return at;
    };
    words.one_of(noun, CHARTS).unwrap_or(at)
}

/// Whether something comes or goes, and where its name begins.
fn verb(words: &Words<'_>, at: usize) -> (Option<bool>, usize) {
    let (on, next) = match (words.one_of(at, ON), words.one_of(at, OFF)) {
        (Some(on), _) => (Some(true), on),
        (None, Some(off)) => (Some(false), off),
        (None, None) => (None, at),
    };
    let mut next = next;
    while words.is(next, "the|a|an|its|some|all|any|their|my|of|faint|light|horizontal|vertical|thin|straight|dotted|subtle|linear|grey|gray|those|these") && !words.is(next + 1, "line") {
        next += 1;
    }
    (on, next)
}

/// The lines and values that are there or not.
fn marks(words: &Words<'_>, from: usize, to: usize) -> Option<(usize, Furnishing)> {
    let (on, at) = verb(words, from);
    let told = |phrases: &str| words.one_of(at, phrases);
    if let Some(end) = told(TREND) {
        return Some((end, Furnishing::Trend(on.unwrap_or(true))));
    }
    if let (Some(on), Some(end)) = (on, told(GRID)) {
        return Some((end, Furnishing::Grid(on)));
    }
    // "the numbers on top of each bar": they come.
    let numbers = words
        .one_of(at, "numbers|figures|value|amounts|exact numbers")
        .filter(|end| beside_marks(words, *end, to) > *end);
    if let Some(end) = numbers {
        return Some((
            beside_marks(words, end, to),
            Furnishing::Values(on.unwrap_or(true)),
        ));
    }
    let (on, end) = (on?, told(VALUES)?);
    Some((beside_marks(words, end, to), Furnishing::Values(on)))
}

/// Skips where the values stand: "on top of the bars", "at the end of each bar".
fn beside_marks(words: &Words<'_>, at: usize, to: usize) -> usize {
    const PLACES: &str = "on top of|at the end of|at the top of|at the tip of|above|inside|next to|beside|on|over|for|in|of|at";
    const MARKS: &str = "bar|bars|column|columns|slice|slices|point|points|segment|segments|dot|dots|line|each|end|top|month|wedge|wedges";
    let Some(mut end) = words.one_of(at, PLACES) else {
        return at;
    };
    let first = end;
    while end < to && words.is(end, "the|each|every|all|of|its|their|respective") {
        end += 1;
    }
    if !words.is(end, MARKS) && end == first {
        return at;
    }
    end + usize::from(words.is(end, MARKS))
}

/// "add a legend", "put the legend underneath", "legend on the right", "no legend".
fn legend(words: &Words<'_>, from: usize, to: usize) -> Option<(usize, Furnishing)> {
    const SIDES: &[(&str, LegendSide)] = &[
        (
            "underneath|below|at the bottom|to the bottom|on the bottom|under the chart|below the chart|beneath|underneath the chart|under it|below it|at the foot",
            LegendSide::Bottom,
        ),
        (
            "on top|at the top|to the top|above|above the chart|on top of the chart|over the chart|up top",
            LegendSide::Top,
        ),
        (
            "on the right|to the right|at the right|on the side|beside it|beside the chart|next to the chart|to the side|at the side|right",
            LegendSide::Side,
        ),
    ];
    let moved = words.one_of(from, "move|place|shift|set|position");
    let (on, at) = match moved {
        Some(at) => (Some(true), at + usize::from(words.is(at, "the|a|its"))),
        None => verb(words, from),
    };
    let end = words.one_of(at, "legend|colour key|color key|legends")?;
    let is = end + usize::from(words.is(end, "goes|should|is|belongs|to"));
    let is = is + usize::from(words.is(is, "go|be|stand"));
    let side = SIDES
        .iter()
        .find_map(|(phrases, side)| Some((words.one_of(is, phrases)?, *side)))
        .filter(|(end, _)| *end <= to);
    match (on, side) {
        (Some(false), _) => Some((end, Furnishing::Legend(None))),
        (_, Some((end, side))) => Some((end, Furnishing::Legend(Some(side)))),
        (Some(true), None) if moved.is_none() => {
            Some((end, Furnishing::Legend(Some(LegendSide::Anywhere))))
        }
        _ => None,
    }
}

/// "add a target line at 50", "remove the goal line".
fn goal(words: &Words<'_>, from: usize, to: usize) -> Option<(usize, Furnishing)> {
    let (on, mut at) = verb(words, from);
    while words.is(at, "a|the|dashed|dotted|red|thin|thick|bold")
        && words.one_of(at, GOAL).is_none()
    {
        at += 1;
    }
    let end = words.one_of(at, GOAL)?;
    let name = words.text(at, end);
    let lined = name.ends_with("line");
    if on == Some(false) {
        return (lined && name != "line" && !is_among(name, GRID))
            .then_some((end, Furnishing::Goal(None)));
    }
    on?;
    let value = words.one_of(end, "at|of|for|=|on")?;
    let figure = |i: usize| {
        words
            .token(i)
            .is_some_and(|token| token.kind == Kind::Number || token.form().is_some())
    };
    let mut value = value;
    while value < to && words.is(value, "a|the|value|target|goal|of") && !figure(value) {
        value += 1;
    }
    if value >= to || !figure(value) {
        return None;
    }
    let done = value + 1;
    let plain = ["line", "dashed line", "horizontal line", "reference line"];
    let mut shown_name = match plain.contains(&name.to_lowercase().as_str()) {
        true => String::new(),
        false => name.trim_end_matches("line").trim().to_owned(),
    };
    let mut done = done;
    // "a line at 50 labelled “Target”"
    if let Some(named) = words.one_of(
        done,
        "labelled|labeled|called|named|saying|that says|marked",
    ) {
        let (end, text) = free_text(words, named, to)?;
        (done, shown_name) = (end, text);
    }
    let mut letters = shown_name.chars();
    let shown_name = letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    });
    let shown = words.text(value, value + 1).to_owned();
    Some((done, Furnishing::Goal(Some((shown_name, shown)))))
}

/// "make the line smooth", "smooth curves", "straight lines please".
fn smooth(words: &Words<'_>, from: usize, to: usize) -> Option<(usize, Furnishing)> {
    const LINES: &str = "line|lines|curve|curves";
    let lead = words
        .one_of(from, "make|use|draw|with|have")
        .unwrap_or(from);
    let lead = lead + usize::from(words.is(lead, "the|a|it"));
    if let Some(end) = words
        .one_of(lead, "smooth|smoother|curved|rounded")
        .filter(|end| *end < to)
    {
        let noun = end + usize::from(words.is(end, "the|out"));
        let noun = noun + usize::from(words.is(noun, "the"));
        return words
            .is(noun, LINES)
            .then_some((noun + 1, Furnishing::Smooth(true)));
    }
    if words.one_of(lead, "straight|angular|jagged").is_some()
        && words.is(lead + 1, "lines|segments")
    {
        return Some((lead + 2, Furnishing::Smooth(false)));
    }
    let made = lead > from && words.is(lead, LINES);
    let end = words
        .one_of(lead + 1, "smooth|smoother|curved|less jagged")
        .filter(|_| made)?;
    Some((end, Furnishing::Smooth(true)))
}

/// Which axis stands at `at`, upright or level, and its end.
fn axis(words: &Words<'_>, at: usize) -> Option<(usize, bool)> {
    let at = words.one_of(at, "the|my|its").unwrap_or(at);
    let upright = words.one_of(
        at,
        "y axis|y-axis|vertical axis|upright axis|value axis|left axis|y - axis",
    );
    if let Some(end) = upright.or_else(|| words.one_of(at, "axis|scale")) {
        return Some((end, true));
    }
    let level = words.one_of(
        at,
        "x axis|x-axis|horizontal axis|bottom axis|category axis|x - axis",
    )?;
    Some((level, false))
}

/// A number at `at`: "0", "zero", "100".
fn number(words: &Words<'_>, at: usize) -> Option<f64> {
    if words.is(at, "zero") {
        return Some(0.0);
    }
    let text = words.text(at, at + 1);
    let digits = text.trim_matches(|c: char| !c.is_ascii_digit() && c != '-' && c != '.');
    digits.replace(',', "").parse().ok()
}

/// "start the y axis at 0", "y axis from 0 to 100", "the scale should go up to 50".
fn range(words: &Words<'_>, from: usize, to: usize) -> Option<(usize, Furnishing)> {
    const LEADS: &str = "start|begin|make|let|set|have|change|cap|end|stop|limit|extend|run";
    let lead = words.one_of(from, LEADS).unwrap_or(from);
    let (end, upright) = axis(words, lead)?;
    if !upright {
        return None;
    }
    let mut at = end;
    let mut high_only = words.is(from, "cap|end|stop|limit|extend");
    while at < to
        && words.is(at, "should|to|go|going|goes|run|runs|start|starts|starting|begin|begins|from|at|be|with|range|must|needs|scale|up|end|ends|stop|stops|max|maximum|min|minimum|of|is|reach")
    {
        high_only |= words.is(at, "up|end|ends|stop|stops|max|maximum|reach");
        at += 1;
    }
    if at == end {
        return None;
    }
    // "0-100" in one word.
    let text = words.text(at, at + 1);
    if let Some((low, high)) = text.split_once(['-', '–'])
        && let (Ok(low), Ok(high)) = (low.trim().parse(), high.trim().parse())
    {
        let part = Furnishing::Range {
            low: Some(low),
            high: Some(high),
        };
        return Some((instead(words, at + 1, to), part));
    }
    let first = number(words, at)?;
    let next = at + 1;
    let second = words
        .one_of(next, "to|-|–|until|till|and|up to")
        .or_else(|| words.is_sep(next).then_some(next + 1))
        .and_then(|at| Some((at + 1, number(words, at)?)));
    Some(match second {
        Some((end, high)) => (
            instead(words, end, to),
            Furnishing::Range {
                low: Some(first),
                high: Some(high),
            },
        ),
        None => (
            instead(words, next, to),
            Furnishing::Range {
                low: (!high_only).then_some(first),
                high: high_only.then_some(first),
            },
        ),
    })
}

/// Skips "instead of starting at 50".
fn instead(words: &Words<'_>, at: usize, to: usize) -> usize {
    match words.one_of(at, "instead of|rather than|not") {
        Some(old) if (old..to).all(|i| !words.is_sep(i)) => to,
        _ => at,
    }
}

/// "label the y axis “mm”", "y axis title: Sales", "remove the axis titles".
fn axis_title(words: &Words<'_>, from: usize, to: usize) -> Option<(usize, Furnishing)> {
    const TITLES: &str = "title|label|name|caption";
    let (on, at) = verb(words, from);
    let named = words.one_of(from, "label|name|title|call|caption");
    let at = named.unwrap_or(at);
    let (end, upright) = axis(words, at)?;
    let titled = words.is(end, TITLES);
    if on == Some(false) {
        return titled.then_some((
            end + 1,
            Furnishing::AxisTitle {
                upright,
                title: None,
            },
        ));
    }
    if named.is_none() && !titled {
        return None;
    }
    let mut text = end + usize::from(titled);
    while text < to
        && (words.is(
            text,
            "should|say|read|be|to|as|with|is|saying|in|of|that|says",
        ) || words.is_sep(text))
    {
        text += 1;
    }
    // "axis title is missing": what it is to be has yet to be said.
    if words.is(text, "missing|wrong|gone|too|not") {
        return None;
    }
    let (end, title) = free_text(words, text, to)?;
    Some((
        end,
        Furnishing::AxisTitle {
            upright,
            title: Some(title),
        },
    ))
}
