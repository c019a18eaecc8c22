//! Sample content for screens: people, dishes, songs, shop goods. Plain words that contradict nothing.

/// First names from several places, one story's cast.
pub const FIRST_NAMES: &[&str] = &[
    "Maya", "Jonas", "Priya", "Leo", "Sofia", "Kenji", "Amara", "Noah", "Elena", "Omar",
];
/// The same people with family names.
pub const FULL_NAMES: &[&str] = &[
    "Maya Lindqvist",
    "Jonas Keller",
    "Priya Nair",
    "Leo Martins",
    "Sofia Rossi",
    "Kenji Mori",
    "Amara Okafor",
    "Noah Becker",
    "Elena Petrova",
    "Omar Haddad",
];

/// A restaurant with its dish for the picture, score, minutes.
pub const RESTAURANTS: &[(&str, &str, &str, u32)] = &[
    ("Napoli Corner", "pizza", "4.8", 20),
    ("Green Bowl", "salad", "4.7", 15),
    ("Burger Yard", "hamburger", "4.6", 25),
    ("Sakura Sushi", "sushi", "4.9", 30),
    ("Taco Loco", "taco", "4.5", 20),
];

/// Names of dishes that have illustrations, for category tiles.
pub const DISHES: &[&str] = &["pizza", "hamburger", "sushi", "salad", "taco", "doughnut"];

/// Songs with their artists and lengths.
pub const SONGS: &[(&str, &str, &str)] = &[
    ("Paper Lanterns", "Mira Vale", "3:42"),
    ("Low Tide", "The Harbours", "4:05"),
    ("Northern Lines", "Atlas & June", "2:58"),
    ("Slow Sunday", "Oda Fenn", "3:31"),
    ("Glass Garden", "Kite Season", "3:17"),
];

/// Shop goods with prices in whole units of the currency.
pub const GOODS: &[(&str, u32)] = &[
    ("Canvas Backpack", 68),
    ("Ceramic Mug", 18),
    ("Desk Lamp", 42),
    ("Running Shoes", 95),
    ("Wool Hat", 24),
    ("Wrist Watch", 120),
];

/// Errands for a to-do list.
pub const ERRANDS: &[&str] = &[
    "Book dentist",
    "Water the plants",
    "Call Elena",
    "Pay electricity bill",
    "Buy groceries",
    "Plan weekend trip",
];

/// A short conversation: whether it is one's own line, and the line.
pub const TALK: &[(bool, &str)] = &[
    (false, "Hey! Are we still on for Saturday?"),
    (true, "Yes! The trail opens at nine."),
    (false, "Perfect. I’ll bring coffee."),
    (true, "Then I’ll take care of lunch."),
    (false, "See you at the north gate"),
];

/// Mails: sender, subject, first line.
pub const MAILS: &[(&str, &str, &str)] = &[
    (
        "Maya Lindqvist",
        "Notes from Tuesday",
        "Here is what we agreed on, with owners and dates.",
    ),
    (
        "Jonas Keller",
        "Draft for review",
        "The second chapter is ready when you are.",
    ),
    (
        "Priya Nair",
        "Venue options",
        "Three places could take us on the 14th.",
    ),
    (
        "Leo Martins",
        "Re: Budget",
        "Thanks, that answers my question.",
    ),
    (
        "Sofia Rossi",
        "Photos are up",
        "I put the best forty into the shared folder.",
    ),
    (
        "Kenji Mori",
        "Train tickets",
        "Both seats are by the window this time.",
    ),
    (
        "Amara Okafor",
        "Lunch on Friday?",
        "The new place by the river has opened.",
    ),
];
