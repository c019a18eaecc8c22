//! What an app is about.

mod words;

use plantain_read::{Brief, Role, Tool};

use super::{Parts, Screen};
use crate::components::ui::Supply;
use crate::components::ui::supply::has_word;
use words::{SCREENS, STAYS, WORDS};

/// The kinds of app that have a screen of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    Fitness,
    Banking,
    Alarm,
    Music,
    Food,
    Chat,
    Maps,
    Weather,
    Todo,
    Onboarding,
    Profile,
    Shop,
    Listing,
    Stay,
    Cookbook,
    Gallery,
    Camera,
    Planner,
    Recipe,
    Settings,
    Calculator,
    Stopwatch,
    Timer,
    Quiz,
    Tracking,
    SmartHome,
    Activity,
    Generic,
}

/// The prompt and its English words in lower case, without the texts of tabs, links and buttons.
fn without_controls(brief: &Brief) -> String {
    let mut text = brief.heard();
    for literal in &brief.literals {
        let control = matches!(literal.role, Role::Tab | Role::Link | Role::Button);
        let words = literal.text.to_lowercase();
        if control && brief.language.0 == "en" && !words.is_empty() {
            let blank = " ".repeat(words.len());
            let at = literal.span.clone();
            if text.get(at.clone()) == Some(words.as_str()) {
                text.replace_range(at, &blank);
            }
        }
    }
    text
}

/// What a screen of a wide subject shows in particular: one place among places to stay, recipes among things to eat.
fn narrowed(subject: Subject, supply: &Supply<'_>, name: &str) -> Subject {
    let brief = supply.brief();
    let offers = brief.lists.iter().any(|list| {
        super::stay::OFFERS
            .iter()
            .take(2)
            .any(|kind| list.kind.contains(kind))
    });
    let one = [
        "detail", "détail", "detalle", "detalhe", "dettagli", "详情", "詳細", "상세",
    ]
    .iter()
    .any(|word| name.contains(word));
    let stay = STAYS.iter().any(|word| has_word(name, word))
        && SCREENS.iter().any(|word| has_word(name, word));
    match subject {
        Subject::Generic | Subject::Listing if stay => Subject::Stay,
        // Who fetches one and when says more than the way.
        Subject::Maps
            if super::tracking::is_ride(supply) && supply.speaks_of(&["driver", "fahrer"]) =>
        {
            Subject::Tracking
        }
        // An order on its way is no menu, whoever brings it.
        Subject::Food
            if WORDS
                .iter()
                .any(|(own, words)| *own == Subject::Tracking && supply.speaks_of(words)) =>
        {
            Subject::Tracking
        }
        Subject::Listing if offers || one && !name.contains("flight") => Subject::Stay,
        Subject::Food
            if supply.speaks_of(&["recipe", "recipes", "cookbook", "cooking"])
                && !supply.speaks_of(&["delivery", "restaurant", "restaurants", "order"]) =>
        {
            Subject::Cookbook
        }
        subject => subject,
    }
}

impl Subject {
    /// Returns the subject of a brief.
    pub fn of(supply: &Supply<'_>) -> Self {
        if let Some(tool) = &supply.brief().tool {
            return match tool {
                Tool::Calculator { .. } => Self::Calculator,
                Tool::Stopwatch { .. } => Self::Stopwatch,
                Tool::Timer { .. } => Self::Timer,
                Tool::Quiz { .. } => Self::Quiz,
            };
        }
        // What the screen is called says more than what stands on it.
        let prompt = &supply.brief().prompt;
        let end = prompt
            .char_indices()
            .find(|(_, c)| matches!(c, ',' | ':' | '.' | ';' | '\n' | '"' | '“'))
            .map_or(prompt.len(), |(at, _)| at);
        let head = prompt[..end].to_lowercase();
        let name = [
            " with ",
            " showing ",
            " mit ",
            " avec ",
            " con ",
            " in a ",
            " in an ",
        ]
        .iter()
        .filter_map(|word| head.find(word))
        .min()
        .map_or(head.as_str(), |at| &head[..at]);
        let english = plantain_read::english(&prompt[..end], &supply.brief().language.0);
        // A cart is one whatever the app sells.
        if ["cart", "basket", "checkout"]
            .iter()
            .any(|word| has_word(name, word) || has_word(&english, &format!("shopping {word}")))
        {
            return Self::Shop;
        }
        // "doctor profile": who is shown says less than that it is a profile.
        if name.split_whitespace().next_back() == Some("profile") {
            return Self::Profile;
        }
        let called = WORDS.iter().find(|(_, words)| {
            words
                .iter()
                .any(|word| has_word(name, word) || has_word(&english, word))
        });
        let called = called.map(|(subject, _)| {
            // A recipe with what goes in is no list of restaurants.
            let cooked =
                *subject == Self::Food && supply.speaks_of(&["ingredient", "zutat", "ingrediente"]);
            if cooked { Self::Recipe } else { *subject }
        });

        // What stands on tabs and buttons leads elsewhere: "tabs Home, Explore, Profile" is no profile.
        let heard = without_controls(supply.brief());
        let spoken = || {
            WORDS
                .iter()
                .find(|(_, words)| words.iter().any(|word| has_word(&heard, word)))
                .map(|(subject, _)| *subject)
        };
        let subject = called.or_else(spoken).unwrap_or(Self::Generic);
        let subject = narrowed(subject, supply, name);
        // The day of steps is no frame for figures that are others ("calories 410, duration 48 min").
        let told = supply.brief().pairs.len();
        let steps = supply.speaks_of(&[
            "step", "schritt", "pasos", "passi", "passos", "pas ", "歩", "步", "걸음",
        ]);
        let run = told >= 1 && supply.speaks_of(&["summary", "running", "pace", "km"]);
        let wide = matches!(subject, Self::Fitness | Self::Generic);
        let figured = subject == Self::Fitness && (told >= 2 || run) && !steps;
        if figured || wide && super::activity::is_ringed(supply) {
            return Self::Activity;
        }
        subject
    }

    /// Returns the function that builds the subject's screen.
    pub fn builder(self) -> fn(&Screen<'_>, &mut Supply<'_>) -> Parts {
        match self {
            Self::Fitness => super::fitness::build,
            Self::Banking => super::banking::build,
            Self::Alarm => super::alarm::build,
            Self::Music => super::music::build,
            Self::Food => super::food::build,
            Self::Chat => super::chat::build,
            Self::Maps => super::maps::build,
            Self::Weather => super::weather::build,
            Self::Todo => super::todo::build,
            Self::Onboarding => super::onboarding::build,
            Self::Profile => super::profile::build,
            Self::Shop => super::shop::build,
            Self::Listing => super::listing::build,
            Self::Stay => super::stay::build,
            Self::Cookbook => super::food::cookbook,
            Self::Gallery => super::gallery::build,
            Self::Camera => super::camera::build,
            Self::Planner => super::planner::build,
            Self::Recipe => super::recipe::build,
            Self::Settings => super::settings::build,
            Self::Calculator => super::calculator::build,
            Self::Stopwatch | Self::Timer => super::watch::build,
            Self::Quiz => super::quiz::build,
            Self::Tracking => super::tracking::build,
            Self::SmartHome => super::smart_home::build,
            Self::Activity => super::activity::build,
            Self::Generic => super::generic::build,
        }
    }

    /// Returns the presets that suit the subject.
    pub fn custom(self) -> &'static [&'static str] {
        match self {
            Self::Banking => &["minimal", "corporate", "friendly", "minimal"],
            Self::Music => &["night", "minimal", "friendly", "pastel"],
            Self::Food | Self::Shop | Self::Recipe | Self::Cookbook => {
                &["minimal", "friendly", "editorial"]
            }
            Self::Alarm | Self::Calculator | Self::Stopwatch | Self::Timer => {
                &["minimal", "night", "friendly"]
            }
            Self::Quiz => &["friendly", "playful", "minimal", "pastel"],
            _ => &["minimal", "friendly", "corporate", "minimal"],
        }
    }

    /// Returns accents that suit the subject, as `0xRRGGBB`.
    pub fn accents(self) -> &'static [u32] {
        match self {
            Self::Fitness | Self::Activity => &[0xf4511e, 0x0f9d76, 0x2563eb, 0x7c3aed, 0xe11d63],
            Self::Banking => &[0x0f766e, 0x1d4ed8, 0x4338ca, 0x111827, 0x0e7490],
            Self::Calculator | Self::Alarm | Self::Stopwatch | Self::Timer => {
                &[0xea580c, 0x4f46e5, 0x0891b2, 0xdb2777]
            }
            Self::Music => &[0xe11d63, 0x7c3aed, 0x16a34a, 0xf97316],
            Self::Food => &[0xe8451c, 0x15803d, 0xd9262e, 0xf59e0b],
            Self::Chat => &[0x2563eb, 0x0d9488, 0x7c3aed, 0x16a34a],
            Self::Maps => &[0x1a73e8, 0x0f9d58, 0x4f46e5],
            Self::Weather => &[0x2f7de1, 0x0ea5b7, 0x5b5bd6],
            Self::Todo => &[0x4f46e5, 0x0f9d76, 0xe8590c, 0xdb2777],
            Self::Onboarding => &[0x5b5bd6, 0x0f9d76, 0xf4511e, 0xdb2777],
            Self::Profile => &[0xdb2777, 0x2563eb, 0x0d9488, 0x7c3aed],
            Self::Shop => &[0x111827, 0xb45309, 0x0f766e, 0xbe123c],
            Self::Listing | Self::Stay => &[0x0f766e, 0xe11d48, 0x2563eb, 0xc2410c],
            Self::Gallery | Self::Camera => &[0x2563eb, 0x111827, 0x0d9488],
            Self::Planner => &[0x4f46e5, 0xe11d48, 0x0f766e, 0xe8590c],
            Self::Recipe | Self::Cookbook => &[0xe8451c, 0x15803d, 0xb45309, 0xd9262e],
            Self::Settings => &[0x2563eb, 0x0f766e, 0x4f46e5],
            Self::Tracking => &[0xe8451c, 0x15803d, 0x2563eb, 0x0f766e],
            Self::SmartHome => &[0xe8590c, 0x2563eb, 0x0f766e, 0x4f46e5],
            Self::Quiz | Self::Generic => &[0x4f46e5, 0x0d9488, 0xe8590c, 0x2563eb, 0xbe185d],
        }
    }

    /// Returns icons that float around a phone of this subject.
    pub fn symbols(self) -> [&'static str; 4] {
        match self {
            Self::Fitness | Self::Activity => ["footprints", "heart-pulse", "flame", "dumbbell"],
            Self::Banking => ["credit-card", "piggy-bank", "trending-up", "shield-check"],
            Self::Alarm => ["alarm-clock", "sun", "moon", "bell"],
            Self::Music => ["music", "headphones", "heart", "disc-3"],
            Self::Food => ["pizza", "bike", "utensils", "map-pin"],
            Self::Chat => ["message-circle", "smile", "heart", "send"],
            Self::Maps => ["map-pin", "navigation", "compass", "car"],
            Self::Weather => ["sun", "cloud-rain", "wind", "umbrella"],
            Self::Todo => ["circle-check", "calendar", "list-checks", "bell"],
            Self::Onboarding => ["sparkles", "heart", "star", "rocket"],
            Self::Profile => ["user", "heart", "camera", "star"],
            Self::Shop => ["shopping-bag", "tag", "heart", "gift"],
            Self::Listing | Self::Stay => ["map-pin", "star", "heart", "calendar"],
            Self::Gallery | Self::Camera => ["image", "camera", "heart", "sparkles"],
            Self::Planner => ["calendar", "clock", "bell", "list-checks"],
            Self::Recipe | Self::Cookbook => ["chef-hat", "utensils", "clock", "heart"],
            Self::Settings => ["settings", "bell", "lock", "sliders-horizontal"],
            Self::Calculator => ["calculator", "percent", "plus", "equal"],
            Self::Stopwatch | Self::Timer => ["timer", "hourglass", "bell", "flag"],
            Self::Tracking => ["bike", "map-pin", "package", "clock"],
            Self::SmartHome => ["house", "lightbulb", "thermometer", "lock"],
            Self::Quiz => ["trophy", "star", "lightbulb", "sparkles"],
            Self::Generic => ["sparkles", "star", "bell", "heart"],
        }
    }

    /// Returns the subject in words, for the plan.
    pub fn said(self) -> &'static str {
        match self {
            Self::Fitness | Self::Activity => "a fitness app",
            Self::Banking => "a banking app",
            Self::Alarm => "an alarm app",
            Self::Music => "a music app",
            Self::Food => "a food app",
            Self::Chat => "a chat",
            Self::Maps => "a map app",
            Self::Weather => "a weather app",
            Self::Todo => "a to-do app",
            Self::Onboarding => "an onboarding screen",
            Self::Profile => "a profile",
            Self::Shop => "a shop app",
            Self::Listing => "results of a search",
            Self::Gallery => "a gallery",
            Self::Camera => "a camera",
            Self::Planner => "a calendar app",
            Self::Recipe => "a recipe",
            Self::Stay => "a place to stay",
            Self::Cookbook => "an app of recipes",
            Self::Settings => "settings",
            Self::Calculator => "a calculator",
            Self::Stopwatch => "a stopwatch",
            Self::Timer => "a timer",
            Self::Quiz => "a quiz",
            Self::Tracking => "an order on its way",
            Self::SmartHome => "a smart home",
            Self::Generic => "an app screen",
        }
    }
}
