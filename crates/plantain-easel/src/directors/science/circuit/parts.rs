//! The parts of circuits and the words that name them.

/// A part of a circuit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Battery,
    Supply,
    Switch,
    Resistor,
    Bulb,
    Led,
    Capacitor,
    Inductor,
    Ammeter,
    Voltmeter,
    Motor,
    Fuse,
    Diode,
    Buzzer,
    /// A part that has no symbol here: a plain box.
    Other,
}

const NAMES: &[(Part, &[&str])] = &[
    (
        Part::Battery,
        &[
            "battery",
            "batteries",
            "cell",
            "batería",
            "pila",
            "batterie",
            "pile",
            "bateria",
            "батар",
        ],
    ),
    (
        Part::Supply,
        &[
            "power supply",
            "generator",
            "voltage source",
            "ac source",
            "source",
        ],
    ),
    (
        Part::Switch,
        &[
            "switch",
            "toggle",
            "interruptor",
            "schalter",
            "interrupteur",
            "interruttore",
            "выключатель",
            "button",
        ],
    ),
    (Part::Led, &["led"]),
    (
        Part::Bulb,
        &[
            "bulb",
            "lamp",
            "light",
            "bombilla",
            "lampe",
            "glühbirne",
            "ampoule",
            "lampada",
            "lâmpada",
            "ламп",
        ],
    ),
    (
        Part::Resistor,
        &[
            "resistor",
            "resistencia",
            "widerstand",
            "résistance",
            "resistore",
            "резистор",
            "heater",
        ],
    ),
    (
        Part::Capacitor,
        &["capacitor", "condensador", "kondensator", "condensateur"],
    ),
    (
        Part::Inductor,
        &["inductor", "coil", "bobina", "spule", "bobine"],
    ),
    (
        Part::Ammeter,
        &["ammeter", "amperímetro", "amperemeter", "ampèremètre"],
    ),
    (Part::Voltmeter, &["voltmeter", "voltímetro", "voltmètre"]),
    (Part::Motor, &["motor", "moteur", "fan"]),
    (Part::Fuse, &["fuse", "fusible", "sicherung"]),
    (Part::Diode, &["diode", "diodo"]),
    (Part::Buzzer, &["buzzer", "bell", "speaker", "zumbador"]),
];

/// Returns the part that a text names.
pub(super) fn part_of(text: &str, language: &str) -> Part {
    let text = format!(
        "{} {}",
        text.to_lowercase(),
        plantain_read::english(text, language)
    );
    NAMES
        .iter()
        .find(|(_, names)| names.iter().any(|name| text.contains(name)))
        .map_or(Part::Other, |found| found.0)
}
