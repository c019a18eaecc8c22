//! Snow that lies on roofs.

use plantain_read::{Brief, RelationKind};

use super::{absorb, class};
use crate::stage::lexicon::Class;

/// Words for a roof with snow on it, in the singular.
const SNOWY: &[&str] = &[
    "snowy roof",
    "snow-covered roof",
    "snow covered roof",
    "snow-capped roof",
    "snow-topped roof",
    "snow-dusted roof",
    "snow on the roof",
    "snow on its roof",
    "snow on their roof",
    "snow on roof",
    "roof covered in snow",
    "roof covered with snow",
    "roofs covered in snow",
    "roofs covered with snow",
    "roof full of snow",
];

/// Lays the snow on the roofs of all houses.
pub(super) fn settle(brief: &mut Brief) {
    let heard = brief.heard();
    if !SNOWY.iter().any(|words| heard.contains(words)) {
        return;
    }
    let houses: Vec<usize> = (0..brief.objects.len())
        .filter(|i| !brief.objects[*i].absent && class(brief, *i) == Class::Building)
        .collect();
    if houses.is_empty() {
        return;
    }
    for i in houses {
        brief.objects[i].attributes.push("white roof".to_owned());
    }
    for object in &mut brief.objects {
        if matches!(object.noun.as_str(), "roof" | "rooftop" | "snow") {
            absorb(object);
        }
    }
    let gone: Vec<bool> = brief.objects.iter().map(|o| o.absent).collect();
    let loose = |kind| {
        matches!(
            kind,
            RelationKind::On | RelationKind::With | RelationKind::In
        )
    };
    brief
        .relations
        .retain(|r| !(loose(r.kind) && (gone[r.subject] || gone[r.object])));
}

#[cfg(test)]
mod tests {
    use crate::stage::mend::mend;

    #[test]
    fn snow_lies_on_the_roofs() {
        for (prompt, snowed) in [
            ("three houses with snow on the roofs", true),
            ("a wooden house with a snow-covered roof in a forest", true),
            ("a house in the snow", false),
        ] {
            let brief = mend(&plantain_read::read(prompt));
            let white = |o: &plantain_read::ObjectPhrase| {
                !o.absent && o.attributes.iter().any(|a| a == "white roof")
            };
            assert_eq!(brief.objects.iter().any(white), snowed, "{prompt}");
        }
    }
}
