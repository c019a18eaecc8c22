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
            ChartKind::Bar | ChartKind::HorizontalBar | ChartKind::Funnel | ChartKind::Treemap
        );
    let [series] = &mut spec.series[..] else {
        return;
    };
    let n = series.values.len();
    if !parted || !series.colors.is_empty() {
        return;
    }
    if told.len() == n && n >= COLORS_MIN {
        series.colors = told;
    } else if told.is_empty() && differ(&studio.brief.prompt) {
        series.colors = (0..n)
            .map(|i| Token::Series((i % 8) as u8).into())
            .collect();
    }
}

/// "each bar a different color", "multicolored bars": whether every value shall have a colour of its own.
fn differ(prompt: &str) -> bool {
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
}
