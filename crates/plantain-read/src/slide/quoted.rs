//! Slides whose content stands in quotes: one big figure with what it says, or captions under pictures.

use super::{SlideText, split};
use crate::{Brief, Origin, Role};

/// `"3.2x" huge, "faster since May" below, source "Internal data"`: one figure in quotes, what it says, and a note;
/// `three icons with captions "Missed calls", "No-shows"`: points in quotes behind the title.
pub(super) fn content(brief: &mut Brief, slide: &mut SlideText, from: usize) -> bool {
    const POINTS_MIN: usize = 3;
    let quoted: Vec<usize> = (0..brief.literals.len())
        .filter(|&at| brief.literals[at].origin == Origin::Quoted)
        .collect();
    let whole =
        |at: usize| split(&brief.literals[at].text) == Some((0, brief.literals[at].text.len()));
    let figures: Vec<usize> = quoted.iter().copied().filter(|&at| whole(at)).collect();
    if let (&[figure], Some(place)) = (
        &figures[..],
        quoted.iter().position(|&at| Some(&at) == figures.first()),
    ) && let Some(&label) = quoted.get(place + 1)
        && place == 0
    {
        let note = quoted[2..].to_vec();
        slide.title = slide
            .title
            .filter(|title| *title != label && *title != figure);
        slide.figures.push((figure, Some(label)));
        brief.literals[figure].role = Role::Value;
        brief.literals[label].role = Role::Label;
        for at in note {
            brief.literals[at].role = Role::Caption;
        }
        return true;
    }
    let told = brief.prompt.get(from..).unwrap_or_default().to_lowercase();
    let pictured = ["icon", "caption", "column", "step"]
        .iter()
        .any(|word| told.contains(word));
    let points: Vec<usize> = quoted
        .into_iter()
        .filter(|&at| Some(at) != slide.title && brief.literals[at].span.start >= from)
        .collect();
    if figures.is_empty() && pictured && slide.title.is_some() && points.len() >= POINTS_MIN {
        slide.points = points;
        return true;
    }
    false
}

#[cfg(test)]
mod tests {
    use crate::read;

    #[test]
    fn one_figure_leads_and_captions_are_points() {
        let brief = read(
            "one big number slide. \"4.5x\" huge, \"more riders since June\" below, source line \"Survey, n = 212\"",
        );
        let slide = brief.slide.as_ref().expect("a slide");
        let text = |at: usize| brief.literals[at].text.as_str();
        let figures: Vec<_> = slide
            .figures
            .iter()
            .map(|f| (text(f.0), f.1.map(text)))
            .collect();
        assert_eq!(figures, [("4.5x", Some("more riders since June"))]);

        let brief = read(
            "problem slide, headline \"Farms lose water\", three icons with captions \"Leaks\", \"Heat\", \"Waste\"",
        );
        let slide = brief.slide.as_ref().expect("a slide");
        let points: Vec<_> = slide
            .points
            .iter()
            .map(|&at| brief.literals[at].text.as_str())
            .collect();
        assert_eq!(points, ["Leaks", "Heat", "Waste"]);
    }
}
