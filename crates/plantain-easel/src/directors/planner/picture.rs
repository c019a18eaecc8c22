//! The picture of a calendar sheet.

use plantain_read::Component;
use plantain_scene::build::rect;
use plantain_scene::color::Token;
use plantain_scene::node::Node;

use crate::components::diagram::Sheet;
use crate::components::print::Zone;

/// Hangs the picture that the prompt names over the days, or beside them on a wide sheet; returns what is left for the days.
pub(super) fn hung(sheet: &Sheet<'_>, nodes: &mut Vec<Node>) -> Zone {
    const ABOVE: f32 = 0.38;
    const BESIDE: f32 = 0.32;
    let brief = sheet.studio.brief;
    let shown = brief
        .described
        .iter()
        .filter(|part| matches!(part.kind, Component::Photo))
        .map(|part| part.words.as_str());
    let things = brief
        .objects
        .iter()
        .filter(|object| !object.absent)
        .map(|object| object.noun.as_str());
    let body = sheet.body;
    let gap = sheet.margin * 0.7;
    let (panel, rest) = if body.h > body.w * 0.8 {
        body.rows(ABOVE, gap)
    } else {
        body.columns(BESIDE, gap)
    };
    let inner = panel.inset(panel.w.min(panel.h) * 0.08);
    let ground = sheet.rgb(Token::AccentSoft);
    let found = things
        .chain(shown)
        .filter(|words| !words.is_empty())
        .find_map(|words| sheet.picture_of(words, inner, sheet.rgb(Token::Accent)));
    let Some(picture) = found else {
        return body;
    };
    nodes.push(
        panel
            .hold(rect())
            .fill(ground)
            .radius(sheet.theme.radius.min(20.0))
            .role("picture"),
    );
    nodes.push(picture);
    rest
}
