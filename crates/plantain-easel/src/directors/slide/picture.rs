//! The picture that a slide shows beside what it says.

use plantain_scene::color::Token;
use plantain_scene::node::Node;

use crate::components::diagram::Sheet;
use crate::components::print::Zone;

/// Words by which a prompt asks for a picture on a slide; without them its things are what the words speak of.
const ASKING: &[&str] = &[
    "image of",
    "picture of",
    "photo of",
    "illustration of",
    "drawing of",
    "icon of",
    "graphic of",
    "an image",
    "a picture",
    "an illustration",
];

/// Puts the picture that the prompt asks for on the side where it takes least from the words; returns what is left for them.
pub(super) fn beside(sheet: &Sheet<'_>, nodes: &mut Vec<Node>) -> Zone {
    const SHARE: f32 = 0.66;
    let brief = sheet.studio.brief;
    let heard = brief.prompt.to_lowercase();
    let thing = brief.objects.iter().find(|object| !object.absent);
    let asked = ASKING.iter().any(|words| heard.contains(words));
    let Some(thing) = thing.filter(|_| asked) else {
        return sheet.body;
    };
    let gap = sheet.margin * 0.8;
    let (main, side) = if sheet.body.w > sheet.body.h * 1.1 {
        sheet.body.columns(SHARE, gap)
    } else {
        sheet.body.rows(SHARE, gap)
    };
    match sheet.picture_of(&thing.noun, side, sheet.rgb(Token::Accent)) {
        Some(picture) => {
            nodes.push(picture);
            main
        }
        None => sheet.body,
    }
}
