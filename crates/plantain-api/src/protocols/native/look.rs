//! Brand kits and kept looks as they travel on `/plantain/v1`, and as `plantain generate --brand` reads them.

use std::sync::Arc;

use plantain_core::{Brand, Error, Logo, LookSpec, Rgb, StyleSource};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::inline;

/// A brand kit. Everything may be left out; what the prompt says about colours goes before it.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(expecting = "a JSON object", deny_unknown_fields)]
#[schema(as = Brand)]
pub struct BrandKit {
    pub colors: Option<Colors>,
    pub fonts: Option<BrandFonts>,
    /// A PNG, JPEG or WebP file as base64 or as a data URL; it is set on every picture.
    pub logo: Option<String>,
}

/// Colours as `#rrggbb`: by role, or a list with the main colour first.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(
    untagged,
    expecting = "an object of colours by role, or a list of colours"
)]
pub enum Colors {
    List(Vec<String>),
    Roles(ColorRoles),
}

#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = BrandColors)]
pub struct ColorRoles {
    /// Headings, buttons, the first series of a chart.
    #[schema(example = "#0f766e")]
    pub primary: Option<String>,
    pub secondary: Option<String>,
    /// The ground.
    pub background: Option<String>,
    /// Further colours, most important first.
    pub palette: Option<Vec<String>>,
}

/// Families by name. Those that are embedded are used; a note tells of the others.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BrandFonts {
    #[schema(example = "Playfair Display")]
    pub heading: Option<String>,
    pub body: Option<String>,
}

/// A scene document, or a picture file as base64 or as a data URL.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged, expecting = "a scene document or a picture as base64")]
pub enum StyleOf {
    Picture(String),
    Scene(serde_json::Map<String, serde_json::Value>),
}

/// Returns what a request says about the look, checked.
pub fn look(brand: Option<&BrandKit>, style_of: Option<&StyleOf>) -> Result<LookSpec, Error> {
    Ok(LookSpec {
        brand: brand.map(self::brand).transpose()?.map(Arc::new),
        style_of: style_of.map(style_source).transpose()?,
    })
}

/// Returns a brand kit, checked.
pub fn brand(kit: &BrandKit) -> Result<Brand, Error> {
    let mut brand = match &kit.colors {
        None => Brand::default(),
        Some(Colors::List(list)) => {
            let palette = list.iter().map(|text| Rgb::parse("brand.colors", text));
            let palette: Vec<Rgb> = palette.collect::<Result<_, _>>()?;
            Brand {
                primary: palette.first().copied(),
                secondary: palette.get(1).copied(),
                palette,
                ..Brand::default()
            }
        }
        Some(Colors::Roles(roles)) => by_role(roles)?,
    };
    if let Some(fonts) = &kit.fonts {
        brand.heading_font.clone_from(&fonts.heading);
        brand.body_font.clone_from(&fonts.body);
    }
    if let Some(logo) = &kit.logo {
        let file = inline::picture("brand.logo", logo)?;
        brand.logo = Some(Logo { file });
    }
    brand.check()?;
    Ok(brand)
}

fn by_role(roles: &ColorRoles) -> Result<Brand, Error> {
    let color = |field, text: &Option<String>| {
        let text = text.as_deref();
        text.map(|text| Rgb::parse(field, text)).transpose()
    };
    let palette = roles.palette.iter().flatten();
    let palette = palette.map(|text| Rgb::parse("brand.colors.palette", text));
    Ok(Brand {
        primary: color("brand.colors.primary", &roles.primary)?,
        secondary: color("brand.colors.secondary", &roles.secondary)?,
        background: color("brand.colors.background", &roles.background)?,
        palette: palette.collect::<Result<_, _>>()?,
        ..Brand::default()
    })
}

fn style_source(source: &StyleOf) -> Result<StyleSource, Error> {
    Ok(match source {
        StyleOf::Picture(text) => StyleSource::Picture(inline::picture("style_of", text)?),
        StyleOf::Scene(scene) => {
            let json = serde_json::to_string(scene).map_err(Error::internal)?;
            StyleSource::Scene(json.into())
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Result<Brand, Error> {
        brand(&serde_json::from_str(json).unwrap())
    }

    #[test]
    fn colours_come_by_role_or_as_a_list() {
        let by_role =
            read(r##"{"colors": {"primary": "#0f766e", "background": "#fff"}}"##).unwrap();
        assert_eq!(by_role.primary, Some(Rgb([15, 118, 110])));
        assert_eq!(by_role.background, Some(Rgb([255, 255, 255])));
        let list =
            read(r##"{"colors": ["#0f766e", "#f59e0b"], "fonts": {"heading": "Lora"}}"##).unwrap();
        assert_eq!(list.accents(), [Rgb([15, 118, 110]), Rgb([245, 158, 11])]);
        assert_eq!(list.heading_font.as_deref(), Some("Lora"));
        assert_eq!(read("{}").unwrap(), Brand::default());
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (json, field) in [
            (r#"{"colors": {"primary": "teal"}}"#, "brand.colors.primary"),
            (r#"{"colors": ["teal"]}"#, "brand.colors"),
            (r#"{"fonts": {"body": " "}}"#, "brand.fonts"),
            (r#"{"logo": "???"}"#, "brand.logo"),
        ] {
            let error = read(json).unwrap_err();
            assert_eq!(error.field.as_deref(), Some(field), "{json}");
        }
        let many = format!(r#"{{"colors": [{}]}}"#, [r##""#abc""##; 40].join(","));
        assert_eq!(
            read(&many).unwrap_err().field.as_deref(),
            Some("brand.colors")
        );
    }
}
