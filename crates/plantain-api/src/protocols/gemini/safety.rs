//! Safety settings: how strictly the caller wants to be treated. What becomes of it, the owner's policy says.

use plantain_core::{Category, Error, SafetyWishes, Severity, Threshold};

use super::wire::SafetySetting;

const CATEGORIES: [&str; 12] = [
    "HARASSMENT",
    "HATE_SPEECH",
    "SEXUALLY_EXPLICIT",
    "DANGEROUS_CONTENT",
    "CIVIC_INTEGRITY",
    "IMAGE_HATE",
    "IMAGE_DANGEROUS_CONTENT",
    "IMAGE_HARASSMENT",
    "IMAGE_SEXUALLY_EXPLICIT",
    "JAILBREAK",
    "DEROGATORY",
    "UNSPECIFIED",
];
const THRESHOLDS: [&str; 6] = [
    "BLOCK_LOW_AND_ABOVE",
    "BLOCK_MEDIUM_AND_ABOVE",
    "BLOCK_ONLY_HIGH",
    "BLOCK_NONE",
    "OFF",
    "HARM_BLOCK_THRESHOLD_UNSPECIFIED",
];

/// Returns what the settings of a request ask for, or an error that names the place of the one that is wrong.
pub fn wishes(settings: &[SafetySetting]) -> Result<SafetyWishes, Error> {
    let mut wishes = SafetyWishes::default();
    for (index, setting) in settings.iter().enumerate() {
        let category = setting.category.as_deref().unwrap_or_default();
        let name = category.strip_prefix("HARM_CATEGORY_").unwrap_or_default();
        if !CATEGORIES.contains(&name) {
            return Err(Error::invalid(
                "invalid_safety_category",
                format!("safetySettings[{index}].category"),
                category,
                "must be a harm category such as HARM_CATEGORY_HARASSMENT",
            ));
        }
        let threshold = setting.threshold.as_deref().unwrap_or_default();
        if !THRESHOLDS.contains(&threshold) {
            return Err(Error::invalid(
                "invalid_safety_threshold",
                format!("safetySettings[{index}].threshold"),
                threshold,
                format_args!("must be one of {}", THRESHOLDS[..5].join(", ")),
            ));
        }
        if let Some(threshold) = meaning(threshold) {
            for category in ours(name) {
                wishes.set(*category, threshold);
            }
        }
    }
    Ok(wishes)
}

/// Our threshold for Google's word; none where the setting leaves it to the server.
fn meaning(threshold: &str) -> Option<Threshold> {
    Some(match threshold {
        "BLOCK_LOW_AND_ABOVE" => Threshold::From(Severity::Low),
        "BLOCK_MEDIUM_AND_ABOVE" => Threshold::From(Severity::Medium),
        "BLOCK_ONLY_HIGH" => Threshold::From(Severity::High),
        "BLOCK_NONE" | "OFF" => Threshold::Off,
        _ => return None,
    })
}

/// The categories of ours that one of Google's covers.
fn ours(name: &str) -> &'static [Category] {
    match name {
        "HARASSMENT" | "IMAGE_HARASSMENT" => &[Category::Harassment],
        "HATE_SPEECH" | "IMAGE_HATE" | "DEROGATORY" => &[Category::Hate],
        "SEXUALLY_EXPLICIT" | "IMAGE_SEXUALLY_EXPLICIT" => &[Category::Sexual],
        "DANGEROUS_CONTENT" | "IMAGE_DANGEROUS_CONTENT" => {
            &[Category::Dangerous, Category::Violence, Category::SelfHarm]
        }
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_named_by_their_place() {
        let check_one = |category: &str, threshold: &str| {
            let ok = SafetySetting {
                category: Some("HARM_CATEGORY_HARASSMENT".into()),
                threshold: Some("OFF".into()),
            };
            let setting = SafetySetting {
                category: Some(category.into()),
                threshold: Some(threshold.into()),
            };
            let error = wishes(&[ok, setting]).err()?;
            Some(error.field.unwrap().into_owned())
        };
        for (category, threshold, field) in [
            ("HARM_CATEGORY_IMAGE_HATE", "BLOCK_ONLY_HIGH", None),
            (
                "HARM_CATEGORY_RUDE",
                "OFF",
                Some("safetySettings[1].category"),
            ),
            ("", "OFF", Some("safetySettings[1].category")),
            (
                "HARM_CATEGORY_HARASSMENT",
                "BLOCK_SOME",
                Some("safetySettings[1].threshold"),
            ),
        ] {
            assert_eq!(
                check_one(category, threshold).as_deref(),
                field,
                "{category}"
            );
        }
    }
}
