//! Looks that pictures must keep: brand kits, and the look of another picture.

use std::sync::Arc;

use crate::Error;

/// Most colours in a brand's palette.
pub const BRAND_COLORS_MAX: usize = 12;
/// Longest name of a brand or a font, characters.
const NAME_CHARS_MAX: usize = 100;

/// An opaque sRGB colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rgb(pub [u8; 3]);

impl Rgb {
    /// Reads `#rgb` or `#rrggbb`, with or without the `#`; the error names `field`.
    pub fn parse(field: &'static str, text: &str) -> Result<Self, Error> {
        let digits = text.trim().trim_start_matches('#');
        let wide: String = match digits.len() {
            3 => digits.chars().flat_map(|c| [c, c]).collect(),
            _ => digits.to_owned(),
        };
        let number = u32::from_str_radix(&wide, 16).ok();
        match number.filter(|_| wide.len() == 6 && wide.bytes().all(|b| b.is_ascii_hexdigit())) {
            Some(number) => {
                let [_, r, g, b] = number.to_be_bytes();
                Ok(Self([r, g, b]))
            }
            None => Err(Error::invalid(
                "invalid_color",
                field,
                text,
                "must be #rrggbb or #rgb",
            )),
        }
    }
}

/// The look of a brand. What it leaves open is the engine's choice.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Brand {
    /// Main colour: headings, buttons, the first series of a chart.
    pub primary: Option<Rgb>,
    pub secondary: Option<Rgb>,
    /// Colour of the ground.
    pub background: Option<Rgb>,
    /// Further colours, most important first.
    pub palette: Vec<Rgb>,
    pub heading_font: Option<String>,
    pub body_font: Option<String>,
    pub logo: Option<Logo>,
}

/// A brand's mark.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Logo {
    /// A picture file as it came; untrusted.
    pub file: Arc<[u8]>,
}

impl Brand {
    /// Returns an error that names the field when the kit is larger than a kit can be.
    pub fn check(&self) -> Result<(), Error> {
        if self.palette.len() > BRAND_COLORS_MAX {
            return Err(Error::invalid(
                "invalid_brand",
                "brand.colors",
                self.palette.len(),
                format_args!("must be at most {BRAND_COLORS_MAX} colours"),
            ));
        }
        for font in [&self.heading_font, &self.body_font].into_iter().flatten() {
            if font.trim().is_empty() || font.chars().count() > NAME_CHARS_MAX {
                return Err(Error::invalid(
                    "invalid_brand",
                    "brand.fonts",
                    font,
                    format_args!("must be a family name of 1 to {NAME_CHARS_MAX} characters"),
                ));
            }
        }
        Ok(())
    }

    /// Returns the colours for accents, most important first, none twice.
    pub fn accents(&self) -> Vec<Rgb> {
        let mut colors: Vec<Rgb> = Vec::new();
        let named = [self.primary, self.secondary];
        for color in named.into_iter().flatten().chain(self.palette.clone()) {
            if !colors.contains(&color) && Some(color) != self.background {
                colors.push(color);
            }
        }
        colors
    }
}

/// The picture whose look a new one keeps.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum StyleSource {
    /// A scene document, JSON. Untrusted.
    Scene(Arc<str>),
    /// A picture file. Untrusted.
    Picture(Arc<[u8]>),
}

/// What a request says about the look, beside the prompt.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct LookSpec {
    pub brand: Option<Arc<Brand>>,
    pub style_of: Option<StyleSource>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read_or_refused_by_name() {
        for (text, want) in [
            ("#ff8000", Some([255, 128, 0])),
            ("0af", Some([0, 170, 255])),
            (" #ABCDEF ", Some([171, 205, 239])),
            ("#ff80", None),
            ("red", None),
            ("#+12345", None),
            ("", None),
        ] {
            let got = Rgb::parse("brand.colors.primary", text);
            assert_eq!(got.as_ref().ok().map(|c| c.0), want, "{text}");
            if let Err(error) = got {
                assert_eq!(error.field.as_deref(), Some("brand.colors.primary"));
            }
        }
    }

    #[test]
    fn accents_come_in_order_and_once() {
        let color = |n| Rgb([n, n, n]);
        let brand = Brand {
            primary: Some(color(1)),
            secondary: Some(color(2)),
            background: Some(color(3)),
            palette: vec![color(3), color(2), color(4)],
            ..Brand::default()
        };
        assert_eq!(brand.accents(), [color(1), color(2), color(4)]);
    }
}
