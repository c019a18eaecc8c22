//! What an edit must not break: texts stay inside, apart, and readable.

use std::collections::{BTreeMap, BTreeSet};

use plantain_engine::EngineError;
use plantain_scene::color::{Color, Rgba};
use plantain_scene::node::{Content, Paint};

use super::sheet::Sheet;
use crate::mend::readable;
use crate::score::{Rule, contrast, contrast_bound, grounds, judge};
use plantain_scene::theme::CONTRAST_TEXT;

/// Contrast beyond the bound that a mended colour gets.
const MARGIN: f32 = 0.15;

/// Chroma below which an ink is a grey.
const NEUTRAL: f32 = 0.02;

/// Returns the one of black and white that reads better: a grey between them looks like a mistake.
fn plainest(grounds: &[Rgba]) -> Rgba {
    let least = |ink: Rgba| {
        let contrasts = grounds.iter().map(|ground| ink.contrast(*ground));
        contrasts.fold(21.0, f32::min)
    };
    let black = Rgba::hex(0x111111);
    match least(Rgba::WHITE) >= least(black) {
        true => Rgba::WHITE,
        false => black,
    }
}

/// What is wrong with a picture: rules and the nodes that break them.
pub type Faults = BTreeSet<(u8, String)>;

impl Sheet<'_> {
    /// Returns the faults of the picture as it is.
    pub fn faults(&mut self) -> Faults {
        let canvas = self.scene.theme.palette.canvas.0;
        let verdict = judge(self.picture(), canvas, &[]);
        verdict
            .faults
            .into_iter()
            .filter(|fault| {
                matches!(
                    fault.rule,
                    Rule::Overflow | Rule::OffCanvas | Rule::Collision | Rule::Covered
                )
            })
            .map(|fault| (fault.rule as u8, fault.node))
            .collect()
    }

    /// Returns whether the picture has a fault that it had not before.
    pub fn is_worse(&mut self, before: &Faults) -> bool {
        self.faults().iter().any(|fault| !before.contains(fault))
    }

    /// Returns the texts that cannot be read, with their colours.
    pub fn unreadable(&mut self) -> BTreeMap<String, Rgba> {
        let canvas = self.scene.theme.palette.canvas.0;
        let picture = self.picture();
        picture
            .texts
            .iter()
            .filter(|text| !text.id.is_empty())
            .filter(|text| contrast(picture, canvas, text) < contrast_bound(text))
            .map(|text| {
                let bound = contrast_bound(text) + MARGIN;
                let grounds = grounds(picture, canvas, text);
                let ink = match text.color.oklch().c < NEUTRAL {
                    true => plainest(&grounds),
                    false => readable(text.color, &grounds, bound),
                };
                (text.id.clone(), ink)
            })
            .collect()
    }

    /// Gives the texts that a change made unreadable a colour that reads; those in `asked` keep what was asked for.
    pub fn mend(&mut self, before: &BTreeMap<String, Rgba>, asked: &[String]) {
        let now = self.unreadable();
        let mut told = false;
        for (id, ink) in now {
            if before.contains_key(&id) {
                continue;
            }
            if asked.contains(&id) {
                if !told {
                    told = true;
                    self.note(
                        "low_contrast",
                        "The colour that was asked for is hard to read on what lies behind it; the letters got an outline.",
                    );
                }
                if let Some(node) = self.node_mut(&id)
                    && let Content::Text(text) = &mut node.content
                {
                    text.outline = Some((0.06, Color::Fixed(ink)));
                }
                continue;
            }
            if let Some(node) = self.node_mut(&id)
                && let Content::Text(text) = &mut node.content
            {
                text.color = Color::Fixed(ink);
                text.spans.iter_mut().for_each(|span| span.color = None);
            }
        }
    }

    /// Returns how well each text stands off what lies behind it.
    pub fn contrasts(&mut self) -> BTreeMap<String, f32> {
        let canvas = self.scene.theme.palette.canvas.0;
        let picture = self.picture();
        let texts = picture.texts.iter().filter(|text| !text.id.is_empty());
        texts
            .map(|text| (text.id.clone(), contrast(picture, canvas, text)))
            .collect()
    }

    /// Gives texts on another ground, which read worse than before and not well, an ink that reads as well as that of small
    /// text must.
    pub fn clear_up(&mut self, before: &BTreeMap<String, f32>) {
        let canvas = self.scene.theme.palette.canvas.0;
        let picture = self.picture();
        let bound = CONTRAST_TEXT + MARGIN;
        let mut inks: Vec<(String, Rgba)> = Vec::new();
        for text in &picture.texts {
            let now = contrast(picture, canvas, text);
            let worse = before.get(&text.id).is_some_and(|was| now + 0.05 < *was);
            if !worse || now >= bound {
                continue;
            }
            let grounds = grounds(picture, canvas, text);
            let ink = match text.color.oklch().c < NEUTRAL {
                true => plainest(&grounds),
                false => readable(text.color, &grounds, bound),
            };
            let gained = grounds.iter().map(|ground| ink.contrast(*ground));
            if gained.fold(21.0, f32::min) > now {
                inks.push((text.id.clone(), ink));
            }
        }
        for (id, ink) in inks {
            if let Some(Content::Text(text)) = self.node_mut(&id).map(|node| &mut node.content) {
                text.color = Color::Fixed(ink);
                text.spans.iter_mut().for_each(|span| span.color = None);
            }
        }
        self.touch();
    }

    /// Gives icons that can hardly be told from the form that they lie on the ink that reads there.
    pub fn mend_icons(&mut self) {
        /// Least contrast of an icon.
        const SEEN: f32 = 1.8;
        let theme = self.scene.theme.clone();
        let mut forms: Vec<(String, Color)> = Vec::new();
        let mut icons: Vec<(String, Color, usize)> = Vec::new();
        self.scene.root.visit(&mut |node| {
            if let Content::Icon(icon) = &node.content {
                icons.push((node.id.clone(), icon.color, forms.len()));
            }
            if let Some(Paint::Color(color)) = node.style.fill {
                forms.push((node.id.clone(), color));
            }
        });
        for (id, color, painted) in icons {
            let Some(own) = self.rect(&id) else { continue };
            let under = forms[..painted].iter().rev().find_map(|(form, fill)| {
                let rect = self.rect(form)?;
                rect.contains(&own, 1.0).then(|| theme.resolve(*fill))
            });
            let Some(under) = under.filter(|under| under.contrast(theme.resolve(color)) < SEEN)
            else {
                continue;
            };
            let ink = plantain_scene::theme::ink_on(under);
            if let Some(node) = self.node_mut(&id)
                && let Content::Icon(icon) = &mut node.content
            {
                icon.color = Color::Fixed(ink);
            }
        }
    }

    /// Refuses a picture on which a text that was changed does not fit.
    pub fn must_fit(&mut self, ids: &[String]) -> Result<(), EngineError> {
        let cut = self
            .picture()
            .texts
            .iter()
            .any(|text| text.overflow && ids.contains(&text.id));
        if cut {
            return Err(EngineError::DoesNotFit { smallest: None });
        }
        Ok(())
    }
}
