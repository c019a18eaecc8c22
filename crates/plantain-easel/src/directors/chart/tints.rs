//! Colours of single values, where the prompt tells one for each, or asks for different ones.

use plantain_scene::chart::{ChartKind, ChartSpec};
use plantain_scene::color::{Color, Token};

use super::specs::is_round;
use crate::studio::Studio;

/// Lays the colours on the values of a chart with one series, or on the series of one with several.
pub(super) fn lay(studio: &Studio<'_>, spec: &mut ChartSpec) {
    const COLORS_MIN: usize = 3;
    let told: Vec<Color> = studio
        .brief
        .look
        .palette
        .iter()
        .map(|color| Color::Fixed(crate::wardrobe::rgb(color)))
        .collect();
    let parted = is_round(spec.chart) && spec.chart != ChartKind::Gauge
        || matches!(
            spec.chart,
            ChartKind::Bar
                | ChartKind::HorizontalBar
                | ChartKind::Progress
                | ChartKind::Funnel
                | ChartKind::Treemap
        );
    if spec.chart == ChartKind::HeatMap {
        return scale(&told, spec);
    }
    // "orange bars": one colour for all that is planned.
    if let (ChartKind::Gantt, [only], [series]) = (spec.chart, &told[..], &mut spec.series[..]) {
        series.colors = vec![*only; series.values.len()];
        return;
    }
    let [series] = &mut spec.series[..] else {
        by_name(studio, spec);
        return;
    };
    let n = series.values.len();
    if !parted || !series.colors.is_empty() {
        return;
    }
    if let Some([up, down]) = by_sign(studio).filter(|_| series.values.iter().any(|v| *v < 0.0)) {
        let side = |value: &f64| if *value < 0.0 { down } else { up };
        series.colors = series.values.iter().map(side).collect();
    } else if let Some(colors) = by_label(studio, &spec.labels, &series.values)
        .or_else(|| called(&spec.labels))
        .or_else(|| shades(studio, n))
    {
        series.colors = colors;
    } else if told.len() == n && n >= COLORS_MIN {
        series.colors = told;
    } else if told.is_empty() && differ(&studio.brief.prompt) {
        series.colors = (0..n)
            .map(|i| Token::Series((i % 8) as u8).into())
            .collect();
    }
}

/// "cold blue to hot red", "greens": the ends of the scale of a heat map; between two strong colours it pales.
fn scale(told: &[Color], spec: &mut ChartSpec) {
    let middle = Color::Fixed(plantain_scene::color::Rgba::rgb(250, 243, 221));
    let Some(first) = spec.series.first_mut() else {
        return;
    };
    match *told {
        [low, high] => first.colors = vec![low, middle, high],
        [_, _, ..] => first.colors = told.to_vec(),
        [full] => first.color = Some(full),
        [] => {}
    }
}

/// "Green electric, grey petrol", "blue = boys, yellow = girls": series in the colours that are told beside their names, where
/// each has one.
fn by_name(studio: &Studio<'_>, spec: &mut ChartSpec) {
    let heard = studio.brief.heard();
    let words: Vec<&str> = heard
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty() && !matches!(*word, "in" | "for" | "is" | "the" | "are"))
        .collect();
    #[derive(Clone, Copy)]
    enum Side {
        Before,
        Behind,
        Either,
    }
    let told = |name: &str, side: Side| {
        let name = name.to_lowercase();
        let name: Vec<&str> = name.split_whitespace().collect();
        let len = name.len().max(1);
        words.windows(len).enumerate().find_map(|(at, run)| {
            let color = |at: usize| plantain_read::color_of(words.get(at)?, "en");
            let before = at.checked_sub(1).and_then(color);
            // "\"iOS\" blue": the colour may stand behind.
            let after = color(at + len);
            let found = match side {
                Side::Before => before,
                Side::Behind => after,
                Side::Either => before.or(after),
            };
            (run == name).then_some(found)?
        })
    };
    // "coal grey, wind blue, sun yellow": where each has one on the same side, that side is meant.
    let on = |side: Side| -> Option<Vec<[u8; 3]>> {
        spec.series
            .iter()
            .map(|one| told(&one.name, side))
            .collect()
    };
    let colors = on(Side::Before)
        .or_else(|| on(Side::Behind))
        .or_else(|| on(Side::Either));
    let differ = colors
        .as_ref()
        .is_some_and(|colors| colors.windows(2).all(|pair| pair[0] != pair[1]));
    if let Some(colors) = colors.filter(|_| differ) {
        for (series, [r, g, b]) in spec.series.iter_mut().zip(colors) {
            let color = plantain_scene::color::Rgba::rgb(r, g, b);
            series.color = Some(Color::Fixed(color));
        }
    }
}

/// "Reds 52, Blues 47": values that are called by their colours have them.
fn called(labels: &[String]) -> Option<Vec<Color>> {
    let color = |label: &String| {
        let name = label.to_lowercase();
        let [r, g, b] = plantain_read::color_of(&name, "en")
            .or_else(|| plantain_read::color_of(name.strip_suffix('s')?, "en"))?;
        Some(Color::Fixed(plantain_scene::color::Rgba::rgb(r, g, b)))
    };
    let colors: Option<Vec<Color>> = labels.iter().map(color).collect();
    colors.filter(|colors| colors.len() >= 2)
}

/// "blue shades", "in tones of green": steps of the only colour that is told, the first the strongest.
fn shades(studio: &Studio<'_>, n: usize) -> Option<Vec<Color>> {
    const PALEST: f32 = 0.72;
    let heard = studio.brief.heard();
    let asked = ["shades", "tones", "tints", "monochrom"];
    let [color] = &studio.brief.look.palette[..] else {
        return None;
    };
    if n < 2 || !asked.iter().any(|word| heard.contains(word)) {
        return None;
    }
    let full = crate::wardrobe::rgb(color);
    let white = plantain_scene::color::Rgba::rgb(255, 255, 255);
    let step = |i: usize| full.mix(white, PALEST * i as f32 / (n - 1) as f32);
    Some((0..n).map(|i| Color::Fixed(step(i))).collect())
}

/// "winner in gold, the rest grey", "ICU bar red, others green": single values in a colour of their own, and that of all others.
fn by_label(studio: &Studio<'_>, labels: &[String], values: &[f64]) -> Option<Vec<Color>> {
    const BETWEEN: &[&str] = &[
        "bar", "bars", "column", "slice", "segment", "one", "in", "is", "are", "should", "be",
        "the",
    ];
    let heard = studio.brief.heard();
    let words: Vec<&str> = heard
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let dyed = |at: usize| {
        let skip = words[at..]
            .iter()
            .position(|word| !BETWEEN.contains(word))?;
        let here = &words[at + skip..];
        // "oxygen light green": a shade has two words.
        let two = here.get(..2).map(|pair| pair.join(" "));
        let [r, g, b] = two
            .and_then(|two| plantain_read::color_of(&two, "en"))
            .or_else(|| plantain_read::color_of(here.first()?, "en"))?;
        Some(Color::Fixed(plantain_scene::color::Rgba::rgb(r, g, b)))
    };
    let rest = words.iter().enumerate().find_map(|(at, word)| {
        matches!(*word, "rest" | "others" | "other").then(|| dyed(at + 1))?
    })?;
    let most = values.iter().copied().fold(f64::MIN, f64::max);
    let least = values.iter().copied().fold(f64::MAX, f64::min);
    let led = |names: &[&str]| {
        words
            .iter()
            .enumerate()
            .find_map(|(at, word)| names.contains(word).then(|| dyed(at + 1))?)
    };
    let top = led(&[
        "winner", "highest", "biggest", "largest", "best", "tallest", "longest", "max",
    ]);
    let low = led(&["lowest", "smallest", "worst", "shortest", "min"]);
    let named = |label: &str| {
        let label = label.to_lowercase();
        let name: Vec<&str> = label.split_whitespace().collect();
        let found = words.windows(name.len().max(1)).enumerate();
        found
            .filter(|(_, run)| *run == name)
            .find_map(|(at, _)| dyed(at + name.len()))
    };
    let colors: Vec<Option<Color>> = labels
        .iter()
        .zip(values)
        .map(|(label, value)| {
            let ranked = (*value >= most).then_some(top).flatten();
            let ranked = ranked.or((*value <= least).then_some(low).flatten());
            ranked.or_else(|| named(label))
        })
        .collect();
    let told = colors.iter().any(Option::is_some);
    told.then(|| {
        colors
            .into_iter()
            .map(|color| color.unwrap_or(rest))
            .collect()
    })
}

/// "red below zero and green above", "losses in red, gains in green": the colours of what is above and below the line.
fn by_sign(studio: &Studio<'_>) -> Option<[Color; 2]> {
    const UP: &[&str] = &[
        "above",
        "positive",
        "positives",
        "gains",
        "profits",
        "over",
        "plus",
        "up",
    ];
    const DOWN: &[&str] = &[
        "below",
        "negative",
        "negatives",
        "losses",
        "under",
        "minus",
        "down",
    ];
    const REACH: usize = 2;
    let heard = studio.brief.heard();
    let words: Vec<&str> = heard
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let side = |sides: &[&str]| {
        words.iter().enumerate().find_map(|(at, word)| {
            let [r, g, b] = plantain_read::color_of(word, "en")?;
            let near = at.saturating_sub(REACH)..words.len().min(at + 1 + REACH);
            // The nearest word for a side is meant; the one behind before the one before.
            let near = near.filter(|i| UP.contains(&words[*i]) || DOWN.contains(&words[*i]));
            let nearest = near.min_by_key(|i| (i.abs_diff(at), *i < at))?;
            sides
                .contains(&words[nearest])
                .then(|| Color::Fixed(plantain_scene::color::Rgba::rgb(r, g, b)))
        })
    };
    Some([side(UP)?, side(DOWN)?])
}

/// "temperature chart blue line": a line in a colour is how the figures are drawn, where no other form is named.
pub(super) fn tells_a_line(studio: &Studio<'_>) -> bool {
    const FORMS: &[&str] = &[
        "bar",
        "column",
        "pie",
        "histogram",
        "goal",
        "target",
        "threshold",
        "average",
    ];
    let heard = studio.brief.heard();
    let words: Vec<&str> = heard.split(|c: char| !c.is_alphanumeric()).collect();
    let colored = |word: &str| plantain_read::color_of(word, "en").is_some();
    let line = words
        .windows(2)
        .any(|pair| colored(pair[0]) && matches!(pair[1], "line" | "curve"));
    line && !words
        .iter()
        .any(|word| FORMS.iter().any(|form| word.starts_with(form)))
}

/// "each bar a different color", "multicolored bars": whether every value shall have a colour of its own.
pub(super) fn differ(prompt: &str) -> bool {
    let prompt = prompt.to_lowercase().replace("colour", "color");
    [
        "different color",
        "own color",
        "multicolor",
        "multi-color",
        "rainbow",
        "colorful bars",
        "many colors",
    ]
    .iter()
    .any(|words| prompt.contains(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_take_the_colors_that_are_told() {
        for (prompt, want) in [
            ("pie chart: 50% red Work, 30% blue Sleep, 20% green Fun", 3),
            (
                "bar chart: Apples 12, Pears 9, Plums 15. each bar a different color",
                3,
            ),
            ("bar chart: Apples 12, Pears 9, Plums 15. blue", 0),
        ] {
            let brief = plantain_read::read(prompt);
            let studio = Studio::new(&brief, plantain_scene::Canvas::new(900, 700), true, 3);
            let plot = super::super::Plot::of(&studio);
            assert_eq!(plot.charts[0].1.series[0].colors.len(), want, "{prompt}");
        }
    }

    #[test]
    fn a_line_in_a_color_is_how_figures_are_drawn() {
        for (prompt, want) in [
            (
                "temperature chart blue line Berlin Mon 12 Tue 15 Wed 11 Thu 18",
                ChartKind::Line,
            ),
            (
                "bar chart: Mon 12, Tue 15, Wed 11, red goal line at 14",
                ChartKind::Bar,
            ),
        ] {
            let brief = plantain_read::read(prompt);
            let studio = Studio::new(&brief, plantain_scene::Canvas::new(900, 700), true, 3);
            assert_eq!(super::super::Plot::of(&studio).kind, want, "{prompt}");
        }
    }
}
