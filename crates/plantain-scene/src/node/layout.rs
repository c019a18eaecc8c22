//! Place of a node in its parent, and how its children are placed.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::is_default;

/// Place in the parent and placing of children; the model is CSS flexbox and grid.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Layout {
    /// Offset of the top-left corner from the parent's; takes the node out of the flow.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<[f32; 2]>,
    #[serde(skip_serializing_if = "is_default")]
    pub w: Len,
    #[serde(skip_serializing_if = "is_default")]
    pub h: Len,
    #[serde(skip_serializing_if = "is_default")]
    pub min_w: f32,
    #[serde(skip_serializing_if = "is_default")]
    pub min_h: f32,
    /// 0 means no limit.
    #[serde(skip_serializing_if = "is_default")]
    pub max_w: f32,
    #[serde(skip_serializing_if = "is_default")]
    pub max_h: f32,
    /// Width divided by height; 0 means free.
    #[serde(skip_serializing_if = "is_default")]
    pub ratio: f32,
    /// Share of the free space along the parent's flow.
    #[serde(skip_serializing_if = "is_default")]
    pub grow: f32,
    /// Stays at its own size when space is short.
    #[serde(skip_serializing_if = "is_default")]
    pub rigid: bool,
    /// Columns of the parent's grid that it spans; 0 or 1 means one.
    #[serde(skip_serializing_if = "is_default")]
    pub span: u16,
    /// Outer space: top, right, bottom, left.
    #[serde(skip_serializing_if = "is_default")]
    pub margin: [f32; 4],
    /// Across the parent's flow, instead of the parent's `align`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub own_align: Option<Place>,
    #[serde(skip_serializing_if = "is_default")]
    pub flow: Flow,
    /// Between children.
    #[serde(skip_serializing_if = "is_default")]
    pub gap: f32,
    /// Between rows of a grid or of a wrapped row, when it differs from `gap`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row_gap: Option<f32>,
    /// Inner space: top, right, bottom, left.
    #[serde(skip_serializing_if = "is_default")]
    pub pad: [f32; 4],
    /// Along the flow.
    #[serde(skip_serializing_if = "is_default")]
    pub justify: Place,
    /// Across the flow.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub align: Option<Place>,
    /// What it holds keeps its sides when the scene is mirrored for reading from right to left.
    #[serde(skip_serializing_if = "is_default")]
    pub keep_sides: bool,
    /// Children of a row go on in a new line.
    #[serde(skip_serializing_if = "is_default")]
    pub wrap: bool,
}

/// How children are placed.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Flow {
    #[default]
    Column,
    Row,
    /// On top of each other.
    Stack,
    /// Columns with these shares of the width; rows are as high as their content, or even when the height is given.
    Grid(Vec<f32>),
}

/// Where things go along or across a flow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    #[default]
    Start,
    Center,
    End,
    Stretch,
    /// Free space between the children.
    Between,
    /// Free space around the children.
    Around,
    Baseline,
}

/// A length: `"auto"`, a number of logical units, `"50%"` of the parent, or `"fill"` for what is free.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Len {
    #[default]
    Auto,
    Units(f32),
    Percent(f32),
    Fill,
}

impl From<f32> for Len {
    fn from(units: f32) -> Self {
        Self::Units(units)
    }
}

impl Serialize for Len {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Auto => serializer.serialize_str("auto"),
            Self::Fill => serializer.serialize_str("fill"),
            Self::Units(units) => serializer.serialize_f32(*units),
            Self::Percent(p) => serializer.collect_str(&format_args!("{p}%")),
        }
    }
}

impl<'de> Deserialize<'de> for Len {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Wire<'a> {
            Number(f32),
            #[serde(borrow)]
            Word(Cow<'a, str>),
        }
        match Wire::deserialize(deserializer)? {
            Wire::Number(n) => Ok(Self::Units(n)),
            Wire::Word(word) => match word.as_ref() {
                "auto" => Ok(Self::Auto),
                "fill" => Ok(Self::Fill),
                other => other
                    .strip_suffix('%')
                    .and_then(|n| n.parse().ok())
                    .map(Self::Percent)
                    .ok_or_else(|| {
                        serde::de::Error::custom(format!(
                            "length `{other}`: use a number, \"50%\", \"auto\" or \"fill\""
                        ))
                    }),
            },
        }
    }
}

impl JsonSchema for Len {
    fn schema_name() -> Cow<'static, str> {
        "Len".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A number of logical units, a share of the parent such as \"50%\", \"auto\" or \"fill\".",
            "anyOf": [{ "type": "number" }, { "type": "string", "pattern": "^(auto|fill|-?[0-9.]+%)$" }]
        })
    }
}
