//! Under which terms the embedded pictures come.

/// One embedded set and its licence.
#[derive(Clone, Copy, Debug)]
pub struct Licence {
    pub name: &'static str,
    pub version: &'static str,
    /// SPDX expression.
    pub licence: &'static str,
    pub text: &'static str,
}

/// Returns the licence of every embedded set of icons and objects.
pub fn licenses() -> &'static [Licence] {
    &[
        Licence {
            name: "Lucide icons",
            version: "1.62.0",
            licence: "ISC AND MIT",
            text: include_str!("../licences/lucide.txt"),
        },
        Licence {
            name: "Fluent Emoji Flat",
            version: "1.2.6",
            licence: "MIT",
            text: include_str!("../licences/fluent-emoji.txt"),
        },
        Licence {
            name: "country-flag-icons",
            version: "1.6.20",
            licence: "MIT",
            text: include_str!("../licences/country-flag-icons.txt"),
        },
    ]
}
