//! Chooses themes: what the prompt asks for binds, what it leaves open is the seed's.

use plantain_read::{Background, Color, Genre};
use plantain_scene::Theme;
use plantain_scene::color::{Oklch, Rgba};
use plantain_scene::theme::{CONTRAST_LARGE, PRESETS, Preset, preset};

use crate::directors::pattern::laid;
use crate::studio::Studio;

impl Studio<'_> {
    /// Returns `n` themes for this brief, best first, from the genre's `custom` (names of presets).
    ///
    /// A style that the prompt names is the only one that is worn, in several shades; moods choose where no style does.
    /// Colours that it names are laid over every theme: the background becomes the canvas, the palette becomes accents.
    pub fn themes(&self, custom: &[&str], n: usize) -> Vec<Theme> {
        if let Some(kept) = self.guise.theme() {
            return vec![self.dress(kept.clone()); n.max(1)];
        }
        let look = &self.brief.look;
        let named = self.named();
        let mut usual: Vec<&Preset> = custom.iter().filter_map(|name| preset(name)).collect();
        self.rotate("themes", &mut usual);
        let mut themes: Vec<&Preset> = if named.is_empty() { usual } else { named };
        if look.dark == Some(true) && !themes.iter().any(|t| t.dark) {
            themes.insert(0, preset("night").unwrap_or(&PRESETS[0]));
        }
        if let Some(dark) = look.dark {
            themes.sort_by_key(|t| t.dark != dark);
        }
        if themes.is_empty() {
            themes.push(&PRESETS[0]);
        }
        (0..n.max(1))
            .map(|i| {
                let theme = themes[i % themes.len()].theme();
                self.dress(shade(theme, i / themes.len()))
            })
            .collect()
    }

    /// Returns the themes of the styles that the prompt names; of its moods when it names no style.
    fn named(&self) -> Vec<&'static Preset> {
        let look = &self.brief.look;
        let of = |words: &[String]| {
            let mut found: Vec<&'static Preset> = Vec::new();
            for word in words {
                for theme in PRESETS.iter().filter(|p| p.words.contains(&word.as_str())) {
                    if !found.iter().any(|known| known.name == theme.name) {
                        found.push(theme);
                    }
                }
            }
            found
        };
        let styles = of(&look.styles);
        if styles.is_empty() {
            of(&look.moods)
        } else {
            styles
        }
    }

    /// Returns whether the prompt names a style that is a theme of its own.
    pub fn names_theme(&self) -> bool {
        let look = &self.brief.look;
        look.styles
            .iter()
            .chain(&look.moods)
            .any(|word| PRESETS.iter().any(|p| p.words.contains(&word.as_str())))
    }

    /// Lays the colours that the prompt names over a theme.
    pub fn dress(&self, theme: Theme) -> Theme {
        let mut theme = self.guise.faces(theme);
        let painted = self.brief.look.styles.iter().any(|s| s == "watercolor");
        if painted && theme.manner.is_empty() && is_illustrated(self.brief.genre) {
            theme.manner = "watercolor".to_owned();
        }
        let look = &self.brief.look;
        let canvas = match &self.brief.canvas.background {
            Some(Background::Color(color)) => Some(rgb(color)),
            Some(Background::Gradient(colors)) => colors.first().map(rgb),
            Some(Background::Pattern(_, Some(color))) => Some(rgb(color)),
            told => laid::color(told.as_ref()),
        };
        // A dark ground was asked for and the theme is light: the theme turns, it keeps its hues.
        let canvas = canvas.or_else(|| match look.dark {
            Some(true) if !theme.is_dark() => Some(turned(theme.palette.canvas.0, 0.19)),
            Some(false) if theme.is_dark() => Some(turned(theme.palette.canvas.0, 0.97)),
            _ => None,
        });
        let canvas = canvas.or_else(|| self.printed_ground());
        let canvas = canvas.or_else(|| self.ground_of_letters(theme.palette.canvas.0));
        // "White letters on teal": the ground gives way until they can be read, not the letters.
        let canvas = canvas.map(|ground| match &look.ink {
            Some(ink) => under_letters(ground, rgb(ink)),
            None => ground,
        });
        let grey = look.styles.iter().any(|style| style == "monochrome");
        if grey && canvas.is_none() && look.palette.is_empty() {
            let palette = &theme.palette;
            let ground = without_hue(palette.canvas.0);
            let (accent, second) = (without_hue(palette.ink.0), without_hue(palette.muted.0));
            return theme.recolored(Some(ground), Some(accent), Some(second));
        }
        let ground = canvas.unwrap_or(theme.palette.canvas.0);
        let mut accents = look
            .palette
            .iter()
            .map(rgb)
            .filter(|c| c.contrast(ground) >= 1.25);
        let accent = accents.next();
        let second = accents.next();
        if canvas.is_none() && accent.is_none() {
            return theme;
        }
        // On a diagram the tint of the ground goes with the colour that was asked for.
        let canvas =
            canvas.or_else(|| accent.and_then(|accent| self.tinted_ground(ground, accent)));
        // Without a word about accents, the theme's own accent stays if it can be seen on the new ground.
        let accent = accent.or_else(|| {
            let own = theme.palette.accent.0;
            (own.contrast(ground) < 1.6).then(|| own.readable_on(ground, 3.0))
        });
        // Beside a ground and one colour that were asked for, the theme's other colour would be a third that nobody named.
        let second = second.or_else(|| {
            let asked = self.brief.canvas.background.is_some() && look.palette.len() == 1;
            let accent = accent.filter(|_| asked && is_illustrated(self.brief.genre))?;
            Some(accent.mix(ground, SCHEME_MIX))
        });
        let theme = theme.recolored(canvas, accent, second);
        match &look.ink {
            Some(ink) if canvas.is_some() => under_ink(theme, rgb(ink)),
            _ => theme,
        }
    }
}

/// The shade of a ground on which letters of this colour can be read, where a near one does: white paper stays white.
fn under_letters(ground: Rgba, ink: Rgba) -> Rgba {
    const LIGHTNESS_MOVED_MAX: f32 = 0.14;
    if ink.contrast(ground) < INK_CONTRAST_MIN {
        return ground;
    }
    let shade = ground.readable_on(ink, INK_CONTRAST);
    let near = (shade.oklch().l - ground.oklch().l).abs() <= LIGHTNESS_MOVED_MAX;
    if near { shade } else { ground }
}

/// "Black letters on orange": fields of the theme on which such letters could not be read take a shade of the ground.
fn under_ink(theme: Theme, ink: Rgba) -> Theme {
    const READ: f32 = 4.5;
    const SHADE: f32 = 0.3;
    let ground = theme.palette.canvas.0;
    if ink.contrast(ground) < CONTRAST_LARGE {
        return theme;
    }
    let away = if ink.is_dark() {
        Rgba::WHITE
    } else {
        Rgba::BLACK
    };
    let field = |own: Rgba| (ink.contrast(own) < READ).then(|| ground.mix(away, SHADE));
    let (accent, second) = (field(theme.palette.accent.0), field(theme.palette.second.0));
    let mut theme = theme;
    if let Some(accent) = accent {
        theme.palette.accent.0 = accent;
    }
    if let Some(second) = second {
        theme.palette.second.0 = second;
    }
    theme
}

impl Studio<'_> {
    /// "7 tricks in yellow": where nothing is said of the ground and such letters could not be read on the usual one, it
    /// turns, and the letters keep their colour.
    fn ground_of_letters(&self, usual: Rgba) -> Option<Rgba> {
        const DARK: f32 = 0.22;
        const LIGHT: f32 = 0.97;
        let passed_by = matches!(
            self.brief.genre,
            Genre::SocialCard | Genre::Story | Genre::Banner | Genre::Slide
        );
        let ink = rgb(self.brief.look.ink.as_ref().filter(|_| passed_by)?);
        let lightness = if ink.is_dark() { LIGHT } else { DARK };
        (ink.contrast(usual) < CONTRAST_LARGE).then(|| turned(usual, lightness))
    }

    /// The ground of a diagram or of light paper with its tint turned to the accent, where the two would quarrel ("infographic in dark blue" on
    /// pink).
    fn tinted_ground(&self, ground: Rgba, accent: Rgba) -> Option<Rgba> {
        const TINT_MIN: f32 = 0.012;
        const HUES_APART: f32 = 50.0;
        let diagram = matches!(
            self.brief.genre,
            Genre::Chart
                | Genre::Infographic
                | Genre::Timeline
                | Genre::FlowChart
                | Genre::SequenceDiagram
                | Genre::OrgChart
                | Genre::MindMap
                | Genre::Venn
                | Genre::ComparisonTable
                | Genre::Table
                | Genre::Cycle
        );
        // Paper that is all but white gives way as well where the one colour that was asked for is to be felt.
        let printed = ground.oklch().l > PAPER_LIGHTNESS_MIN
            && self.brief.look.palette.len() == 1
            && matches!(
                self.brief.genre,
                Genre::BookCover
                    | Genre::AlbumCover
                    | Genre::Invitation
                    | Genre::QuoteCard
                    | Genre::SocialCard
                    | Genre::Label
            );
        let (own, wanted) = (ground.oklch(), accent.oklch());
        let apart = (own.h - wanted.h).abs();
        let apart = apart.min(360.0 - apart);
        let quarrels = own.c > TINT_MIN && wanted.c > 4.0 * TINT_MIN && apart > HUES_APART;
        ((diagram || printed) && quarrels).then(|| {
            Oklch {
                h: wanted.h,
                c: own.c.min(0.03),
                ..own
            }
            .rgba()
        })
    }

    /// "A poster in deep blue and gold": on printed pieces the first of two colours that can stand on each other is the
    /// ground, as printers mean it.
    fn printed_ground(&self) -> Option<Rgba> {
        let printed = matches!(
            self.brief.genre,
            Genre::Poster
                | Genre::Banner
                | Genre::Sale
                | Genre::SocialCard
                | Genre::Story
                | Genre::Invitation
                | Genre::BookCover
                | Genre::AlbumCover
                | Genre::QuoteCard
                | Genre::BusinessCard
                | Genre::Ticket
                | Genre::Menu
                | Genre::Certificate
        );
        let mut palette = self.brief.look.palette.iter().map(rgb);
        let first = palette.next()?;
        let Some(second) = palette.next() else {
            // "minimal cream": a colour too light to be seen on paper is that of the paper.
            let paper = first.contrast(Rgba::WHITE);
            let tinted = first != Rgba::WHITE && paper < PAPER_CONTRAST_MAX;
            return (printed && tinted).then_some(first);
        };
        (printed && first.contrast(second) >= CONTRAST_LARGE * 0.7).then_some(first)
    }
}

/// How much of the ground is in the second colour of a scheme of two.
const SCHEME_MIX: f32 = 0.45;

/// Lightness from which a ground is paper with a tint.
const PAPER_LIGHTNESS_MIN: f32 = 0.9;

/// Contrast that letters of a colour that was asked for have with their ground.
const INK_CONTRAST: f32 = 4.6;
/// Contrast below which nobody could mean letters on a ground.
const INK_CONTRAST_MIN: f32 = 2.2;

/// Contrast with white up to which a colour is one of paper.
const PAPER_CONTRAST_MAX: f32 = 1.25;

/// Returns the sRGB value of a colour that the prompt names.
pub fn rgb(color: &Color) -> Rgba {
    let [r, g, b] = color.rgb;
    Rgba::rgb(r, g, b)
}

/// Returns a theme in another of its shades: its colours change places, its character stays.
fn shade(theme: Theme, turn: usize) -> Theme {
    let (canvas, accent, second) = (
        theme.palette.canvas.0,
        theme.palette.accent.0,
        theme.palette.second.0,
    );
    match turn % 4 {
        0 => theme,
        1 => theme.recolored(None, Some(second), Some(accent)),
        // The ground takes a little of the second colour.
        2 => theme.recolored(Some(canvas.mix(second, 0.1)), Some(accent), Some(second)),
        _ => theme.recolored(Some(canvas.mix(accent, 0.08)), Some(second), Some(accent)),
    }
}

/// Kinds of print whose pictures take the manner that the prompt asks for.
fn is_illustrated(genre: Genre) -> bool {
    matches!(
        genre,
        Genre::Poster
            | Genre::Banner
            | Genre::SocialCard
            | Genre::Story
            | Genre::Invitation
            | Genre::Label
            | Genre::BookCover
            | Genre::AlbumCover
            | Genre::QuoteCard
            | Genre::Menu
    )
}

/// Returns the grey that is as light as a colour.
fn without_hue(color: Rgba) -> Rgba {
    let old = color.oklch();
    Oklch::new(old.l, 0.0, old.h).rgba()
}

fn turned(color: Rgba, lightness: f32) -> Rgba {
    let old = color.oklch();
    Oklch::new(lightness, old.c.clamp(0.01, 0.04), old.h).rgba()
}
