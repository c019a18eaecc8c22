//! Pictures that a field of a record describes: `{"illustration": "a pear tree under a full moon"}`.

use crate::{Brief, Genre, Setting, copy, json};

/// Draws what the first such field tells, where nothing else is drawn.
pub(crate) fn settle(brief: &mut Brief) {
    let printed = copy::is_printed(brief.genre) || brief.genre == Genre::Invitation;
    if !printed || !brief.objects.is_empty() {
        return;
    }
    let told = brief.records.iter().find_map(|record| {
        record
            .fields
            .iter()
            .filter(|(name, _)| json::describes_the_picture(name))
            .find_map(|(_, text)| {
                let at = brief.prompt.get(record.span.clone())?.find(text.as_str())?;
                Some((record.span.start + at, text.clone()))
            })
    });
    let Some((start, text)) = told else { return };
    let seen = crate::read(&text);
    brief.objects = seen.objects;
    for object in &mut brief.objects {
        object.span = object.span.start + start..object.span.end + start;
    }
    brief.relations = seen.relations;
    if brief.setting == Setting::default() {
        brief.setting = seen.setting;
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_field_tells_the_picture() {
        let brief = crate::read(
            r#"{"type":"book cover","title":"The Glass Orchard","art":"a pear tree under a full moon"}"#,
        );
        let nouns: Vec<&str> = brief.objects.iter().map(|o| o.noun.as_str()).collect();
        assert_eq!(nouns, ["pear tree", "moon"]);
        assert_eq!(
            brief.prompt[brief.objects[0].span.clone()].trim(),
            "a pear tree"
        );
        assert!(brief.literals.iter().all(|l| !l.text.contains("moon")));
    }
}
