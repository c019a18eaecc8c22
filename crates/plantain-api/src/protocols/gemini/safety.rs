//! Safety settings: read and checked, each naming its place.

use plantain_core::Error;

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

/// Checks the settings of a request.
pub fn check(settings: &[SafetySetting]) -> Result<(), Error> {
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
    }
    Ok(())
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
            let error = check(&[ok, setting]).err()?;
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
