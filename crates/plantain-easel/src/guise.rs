//! A look that was given beside the prompt: a brand kit, or the theme of another picture.
//!
//! What the prompt itself says about the look goes before it; what both leave open is the director's and the seed's.

use std::sync::Arc;

use base64::Engine as _;
use plantain_core::{Brand, Rgb};
use plantain_engine::Look;
use plantain_read::{Background, Brief, Color};
use plantain_scene::build::{col, row, stack};
use plantain_scene::color::Rgba;
use plantain_scene::layout::{BoxRecord, Picture, Rect};
use plantain_scene::node::{Content, Image, Place};
use plantain_scene::text::FACES;
use plantain_scene::theme::{CONTRAST_LARGE, FontSpec};
use plantain_scene::{Node, Scene, Theme, Token};

use crate::studio::Note;

/// Role of the brand's mark in the scene.
pub const LOGO_ROLE: &str = "brand-logo";
/// Widest and highest logo as a share of the picture, and its distance from the edge as a share of the shorter side.
const LOGO_WIDTH: f64 = 0.16;
const LOGO_HEIGHT: f64 = 0.085;
const LOGO_MARGIN: f64 = 0.035;
/// Sizes tried before room is made for the logo, as shares of the largest.
const LOGO_SIZES: [f64; 3] = [1.0, 0.8, 0.62];
/// Share of the canvas from which a box is a ground that a logo may stand on.
const GROUND_SHARE: f64 = 0.35;

/// What was given, ready for use.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Guise {
    theme: Option<Theme>,
    brand: Option<Arc<Brand>>,
    mark: Option<Mark>,
}

/// The brand's logo.
#[derive(Debug, Clone, PartialEq)]
struct Mark {
    /// PNG, base64.
    data: String,
    /// Width divided by height.
    ratio: f64,
    /// Mean colour of what is seen of it.
    color: Rgba,
    /// Whether it brings its own ground.
    opaque: bool,
}

impl Guise {
    /// Reads what an engine was given.
    ///
    /// # Errors
    /// A sentence about the scene or the logo that cannot be read.
    pub fn new(look: &Look) -> Result<Self, String> {
        let theme = look.style_of.as_deref().map(Scene::from_json).transpose()?;
        let mark = look.logo.as_deref().map(Mark::read).transpose()?;
        Ok(Self {
            theme: theme.map(|scene| scene.theme),
            brand: look.brand.clone(),
            mark,
        })
    }

    /// Adds the brand's colours to a brief that names none.
    pub fn color(&self, brief: &mut Brief) {
        let Some(brand) = &self.brand else { return };
        if brief.look.palette.is_empty() {
            brief.look.palette = brand.accents().into_iter().map(color).collect();
        }
        let quiet = brief.canvas.background.is_none() && brief.look.dark.is_none();
        if let Some(ground) = brand.background.filter(|_| quiet) {
            brief.canvas.background = Some(Background::Color(color(ground)));
        }
    }

    /// Returns the theme that is to be kept.
    pub fn theme(&self) -> Option<&Theme> {
        self.theme.as_ref()
    }

    /// Sets the brand's faces, as far as they are embedded.
    pub fn faces(&self, mut theme: Theme) -> Theme {
        let Some(brand) = &self.brand else {
            return theme;
        };
        let heading = brand.heading_font.as_deref().and_then(face);
        let body = brand.body_font.as_deref().and_then(face);
        let fonts = &mut theme.fonts;
        for (specs, family) in [
            (
                vec![&mut fonts.display, &mut fonts.heading, &mut fonts.accent],
                heading.or(body),
            ),
            (vec![&mut fonts.body], body),
        ] {
            for spec in specs {
                if let Some(family) = family {
                    *spec = FontSpec {
                        tracking: 0.0,
                        ..FontSpec::new(family, spec.weight)
                    };
                }
            }
        }
        theme
    }

    /// Says which of the brand's faces are not embedded.
    pub fn notes(&self, notes: &mut Vec<Note>) {
        let fonts = self
            .brand
            .iter()
            .flat_map(|brand| [&brand.heading_font, &brand.body_font]);
        for family in fonts.flatten().filter(|family| face(family).is_none()) {
            notes.push(Note {
                code: "font_replaced",
                message: format!(
                    "The font {family:?} is not embedded; the theme's own was used. `plantain licenses` lists the fonts that are."
                ),
            });
        }
    }

    /// Puts the brand's logo where nothing stands; where there is no such place, the picture makes room for it.
    ///
    /// Returns whether the scene changed and must be laid out anew.
    pub fn sign(&self, scene: &mut Scene, picture: &Picture) -> bool {
        let Some(mark) = &self.mark else { return false };
        let (w, h) = (f64::from(picture.width), f64::from(picture.height));
        let margin = w.min(h) * LOGO_MARGIN;
        let largest = (w * LOGO_WIDTH)
            .max(h * LOGO_HEIGHT * 1.2)
            .min(h * LOGO_HEIGHT * mark.ratio);
        for share in LOGO_SIZES {
            let (lw, lh) = (largest * share, largest * share / mark.ratio);
            let spot = corners(w, h, lw, lh, margin)
                .into_iter()
                .find(|spot| is_free(picture, spot.inflate(margin * 0.4, margin * 0.4)));
            if let Some(spot) = spot {
                let ground = ground_at(picture, scene, spot);
                let logo = mark.node(ground, &scene.theme).bounds(
                    spot.x0 as f32,
                    spot.y0 as f32,
                    spot.width() as f32,
                    spot.height() as f32,
                );
                let root = std::mem::take(&mut scene.root);
                scene.root = stack().child(root.fill_w().fill_h()).child(logo);
                scene.assign_ids();
                return true;
            }
        }
        let (lw, lh) = (largest as f32, (largest / mark.ratio) as f32);
        let ground = scene.theme.palette.canvas.0;
        let strip = row()
            .justify(Place::Center)
            .fill(Token::Canvas)
            .pad(margin as f32 * 0.6)
            .child(mark.node(ground, &scene.theme).size_box(lw, lh));
        let root = std::mem::take(&mut scene.root);
        scene.root = col().child(root.fill_w().grow(1.0)).child(strip);
        scene.assign_ids();
        true
    }
}

impl Mark {
    fn read(png: &[u8]) -> Result<Self, String> {
        let limits = plantain_image::Limits::default();
        let pixels = plantain_image::decode(png, &limits).map_err(|error| error.to_string())?;
        let mut sums = [0_u64; 4];
        for pixel in pixels.rgba.chunks_exact(4) {
            let alpha = u64::from(pixel[3]);
            for (sum, value) in sums.iter_mut().zip(&pixel[..3]) {
                *sum += u64::from(*value) * alpha;
            }
            sums[3] += alpha;
        }
        let mean = |sum: u64| (sum / sums[3].max(1)) as u8;
        Ok(Self {
            data: base64::engine::general_purpose::STANDARD.encode(png),
            ratio: f64::from(pixels.width.max(1)) / f64::from(pixels.height.max(1)),
            color: Rgba::rgb(mean(sums[0]), mean(sums[1]), mean(sums[2])),
            opaque: pixels.opaque,
        })
    }

    /// Returns the logo, on a chip of its own where it could not be seen on this ground.
    fn node(&self, ground: Rgba, theme: &Theme) -> Node {
        let picture = Node {
            content: Content::Image(Image {
                data: self.data.clone(),
                cover: false,
            }),
            ..Node::default()
        };
        let picture = picture.role(LOGO_ROLE).fill_w().fill_h();
        if self.opaque || self.color.contrast(ground) >= CONTRAST_LARGE * 0.6 {
            return picture;
        }
        let chip = if self.color.is_dark() {
            Rgba::WHITE
        } else {
            Rgba::rgb(22, 24, 29)
        };
        stack()
            .fill(chip)
            .radius(theme.radius.min(12.0))
            .pad(6.0)
            .child(picture)
    }
}

/// Corners first, since logos are looked for there, then the middles of the top and bottom edge.
fn corners(w: f64, h: f64, lw: f64, lh: f64, margin: f64) -> [Rect; 6] {
    let (left, right, middle) = (margin, w - margin - lw, (w - lw) / 2.0);
    let (top, bottom) = (margin, h - margin - lh);
    [
        (right, bottom),
        (left, bottom),
        (right, top),
        (left, top),
        (middle, bottom),
        (middle, top),
    ]
    .map(|(x, y)| Rect::new(x, y, x + lw, y + lh))
}

fn is_free(picture: &Picture, spot: Rect) -> bool {
    let canvas = f64::from(picture.width) * f64::from(picture.height);
    let hits = |rect: &Rect| rect.intersect(spot).area() > 0.0;
    let stands = |own: &BoxRecord| {
        let marks = own.kind != "frame" || !own.ground.is_empty();
        marks && own.rect.area() < canvas * GROUND_SHARE
    };
    !picture.texts.iter().flat_map(|text| &text.lines).any(hits)
        && !picture
            .boxes
            .iter()
            .any(|own| stands(own) && hits(&own.rect))
}

fn ground_at(picture: &Picture, scene: &Scene, spot: Rect) -> Rgba {
    let under = picture.boxes.iter().rev();
    let mut under = under.filter(|own| !own.ground.is_empty() && own.rect.contains(spot.center()));
    let ground = under.next().and_then(|own| own.ground.first().copied());
    ground.unwrap_or(scene.theme.palette.canvas.0)
}

fn color(Rgb(rgb): Rgb) -> Color {
    let [r, g, b] = rgb;
    Color {
        name: format!("#{r:02x}{g:02x}{b:02x}"),
        rgb,
    }
}

/// Returns the embedded family of this name, whatever its case and spaces.
pub(crate) fn face(name: &str) -> Option<&'static str> {
    let plain = |name: &str| name.to_lowercase().replace([' ', '-', '_'], "");
    let wanted = plain(name);
    let found = FACES.iter().find(|face| plain(face.family) == wanted);
    found.map(|face| face.family)
}

#[cfg(test)]
mod tests {
    use plantain_read::read;
    use plantain_scene::Canvas;

    use super::*;
    use crate::plan::{Ask, plan_as};

    fn brand(change: impl FnOnce(&mut Brand)) -> Guise {
        let mut brand = Brand::default();
        change(&mut brand);
        let look = Look {
            brand: Some(Arc::new(brand)),
            ..Look::default()
        };
        Guise::new(&look).unwrap()
    }

    fn planned(prompt: &str, guise: &Guise) -> Scene {
        let mut brief = read(prompt);
        guise.color(&mut brief);
        let ask = Ask {
            canvas: Canvas::new(1024, 1024),
            seed: 3,
            filler: true,
        };
        plan_as(&brief, ask, guise).unwrap().scene
    }

    #[test]
    fn a_brands_colours_and_faces_are_obeyed_where_the_prompt_is_silent() {
        let guise = brand(|brand| {
            brand.primary = Some(Rgb([200, 30, 60]));
            brand.background = Some(Rgb([255, 250, 240]));
            brand.heading_font = Some("playfair display".into());
            brand.body_font = Some("No Such Face".into());
        });
        for prompt in [
            "poster \"Harvest Fair\" 4 October",
            "pricing page with Basic $9 and Pro $29",
        ] {
            let theme = planned(prompt, &guise).theme;
            assert_eq!(theme.palette.accent.0, Rgba::rgb(200, 30, 60), "{prompt}");
            assert_eq!(theme.palette.canvas.0, Rgba::rgb(255, 250, 240), "{prompt}");
            assert_eq!(theme.fonts.heading.family, "Playfair Display", "{prompt}");
        }
        let own = planned(
            "green poster \"Harvest Fair\" on a black background",
            &guise,
        )
        .theme;
        assert_ne!(own.palette.canvas.0, Rgba::rgb(255, 250, 240));
        let mut notes = Vec::new();
        guise.notes(&mut notes);
        assert_eq!(notes.len(), 1);
        assert!(notes[0].message.contains("No Such Face"));
    }

    #[test]
    fn a_kept_look_is_the_theme_of_the_other_picture() {
        let first = planned("poster \"Harvest Fair\"", &Guise::default());
        let look = Look {
            style_of: Some(serde_json::to_string(&first).unwrap().into()),
            ..Look::default()
        };
        let guise = Guise::new(&look).unwrap();
        for prompt in ["poster \"Winter Market\"", "menu \"Soup 6\""] {
            assert_eq!(planned(prompt, &guise).theme, first.theme, "{prompt}");
        }
        let broken = Look {
            style_of: Some("{}".into()),
            ..Look::default()
        };
        assert!(Guise::new(&broken).is_err());
    }

    #[test]
    fn a_logo_stands_on_every_design_and_on_nothing_else() {
        let mark = Mark {
            data: String::new(),
            ratio: 3.0,
            color: Rgba::rgb(20, 40, 90),
            opaque: false,
        };
        let guise = Guise {
            mark: Some(mark),
            ..Guise::default()
        };
        for prompt in [
            "poster \"Harvest Fair\" 4 October, Town Square",
            "admin dashboard with revenue $48,200 and orders table",
            "a red apple on a table",
            "menu: Soup 6, Bread 3, Stew 12, Pie 5, Tea 2, Coffee 3",
        ] {
            let scene = planned(prompt, &guise);
            let picture = plantain_scene::layout::layout(&scene);
            let logo = picture.boxes.iter().find(|own| own.role == LOGO_ROLE);
            let rect = logo.unwrap_or_else(|| panic!("no logo: {prompt}")).rect;
            let covered = picture
                .texts
                .iter()
                .flat_map(|text| &text.lines)
                .any(|line| line.intersect(rect).area() > 1.0);
            assert!(
                !covered && rect.x0 >= 0.0 && rect.y1 <= 1024.5,
                "{prompt}: {rect:?}"
            );
        }
    }
}
