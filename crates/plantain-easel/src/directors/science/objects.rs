//! Objects of the illustration set whose parts can be pointed at.

use super::plate::Part;

/// Parts of objects of the illustration set, as fractions of the square that they are drawn in.
pub(super) const OBJECT_PARTS: &[(&str, &[Part])] = &[(
    "bicycle",
    &[
        Part {
            names: &["handlebar", "manillar", "guidon", "lenker", "manubrio"],
            at: (0.37, 0.26),
        },
        Part {
            names: &["saddle", "seat", "sillín", "selle", "sattel", "sella"],
            at: (0.65, 0.39),
        },
        Part {
            names: &["frame", "cuadro", "cadre", "rahmen", "telaio"],
            at: (0.44, 0.65),
        },
        Part {
            names: &["pedal", "crank", "pédale"],
            at: (0.57, 0.79),
        },
        Part {
            names: &["chain", "cadena", "chaîne", "kette", "catena"],
            at: (0.74, 0.81),
        },
        Part {
            names: &["front wheel", "rueda delantera", "roue avant", "vorderrad"],
            at: (0.05, 0.72),
        },
        Part {
            names: &[
                "rear wheel",
                "back wheel",
                "rueda trasera",
                "roue arrière",
                "hinterrad",
            ],
            at: (0.95, 0.72),
        },
        Part {
            names: &["fork", "horquilla", "fourche", "gabel"],
            at: (0.27, 0.66),
        },
        Part {
            names: &["wheel", "tire", "tyre", "rueda", "roue", "rad"],
            at: (0.93, 0.94),
        },
    ],
)];
