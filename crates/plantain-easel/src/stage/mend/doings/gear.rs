//! What people do, and what they do it with.

/// Where the gear of a doing is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum How {
    Held,
    /// On the ground before whoever does it.
    Before,
    /// On a table at which they sit.
    Table,
    /// Beneath them: boards, mounts, vehicles.
    Ridden,
    /// A craft in which they sit.
    Aboard,
    Beside,
    Behind,
}

/// A doing: how it is told, its gear, and where that is.
pub(super) struct Doing {
    pub(super) told: &'static [&'static str],
    pub(super) gear: &'static str,
    pub(super) how: How,
    /// What it is done to: it lies before them and is not held.
    pub(super) works_on: bool,
}

const fn with(told: &'static [&'static str], gear: &'static str, how: How) -> Doing {
    Doing {
        told,
        gear,
        how,
        works_on: false,
    }
}

const fn upon(told: &'static [&'static str], gear: &'static str, how: How) -> Doing {
    Doing {
        told,
        gear,
        how,
        works_on: true,
    }
}

#[rustfmt::skip]
pub(super) const DOINGS: &[Doing] = &[
    with(&["playing chess", "play chess", "plays chess", "playing checkers", "playing draughts", "game of chess"], "chess board", How::Table),
    with(&["playing cards", "playing poker", "play cards", "card game"], "joker", How::Table),
    with(&["board game", "board games", "playing dice"], "die", How::Table),
    with(&["puzzle", "jigsaw"], "puzzle piece", How::Table),
    with(&["typing on a keyboard", "typing on the keyboard", "types on a keyboard"], "keyboard", How::Held),
    with(&["typing on a typewriter", "types on a typewriter"], "typewriter", How::Table),
    with(&["typing", "coding", "programming", "working on a laptop", "works on a laptop", "on a laptop", "on his laptop", "on her laptop"], "laptop", How::Held),
    with(&["studying", "doing homework", "doing his homework", "doing her homework"], "book", How::Table),
    with(&["playing football", "playing soccer", "playing soccer ball", "playing football ball", "kicking", "plays football", "plays soccer", "play football", "play soccer"], "soccer ball", How::Before),
    with(&["playing drums", "playing the drums", "playing drum", "plays the drums", "drumming"], "drum", How::Before),
    with(&["playing piano", "playing the piano", "plays the piano", "plays piano"], "piano", How::Before),
    with(&["playing video games", "playing a video game", "playing games on a console", "video games"], "video game", How::Held),
    with(&["playing tennis", "plays tennis", "play tennis"], "tennis racket", How::Held),
    with(&["playing badminton"], "badminton", How::Held),
    with(&["playing table tennis", "playing ping pong", "playing ping-pong"], "ping pong", How::Held),
    with(&["playing baseball"], "baseball bat", How::Held),
    with(&["playing basketball", "dribbling"], "basketball", How::Held),
    with(&["playing volleyball"], "volleyball", How::Held),
    with(&["playing golf", "golfing"], "golf club", How::Held),
    with(&["bowling"], "bowling ball", How::Held),
    with(&["boxing"], "boxing glove", How::Held),
    with(&["archery", "shooting arrows", "shooting an arrow"], "bow and arrow", How::Held),
    with(&["lifting weights", "weightlifting", "working out"], "dumbbell", How::Held),
    with(&["knitting", "knits", "crocheting", "crochets"], "yarn", How::Before),
    with(&["sewing", "sews", "embroidering"], "thread", How::Before),
    with(&["painting", "paints"], "paintbrush", How::Held),
    with(&["sketching", "drawing", "writing", "writes", "draws"], "pencil", How::Held),
    with(&["singing", "sings"], "microphone", How::Held),
    with(&["photographing", "taking a photo", "taking photos", "taking pictures", "takes a photo", "takes photos", "taking a picture"], "camera", How::Held),
    with(&["filming"], "video camera", How::Held),
    with(&["selfie", "texting", "scrolling", "on the phone", "on his phone", "on her phone", "calling", "making a call"], "mobile phone", How::Held),
    upon(&["watering", "waters"], "watering can", How::Held),
    upon(&["digging", "shoveling", "shovelling", "digs", "planting", "plants a", "plant a"], "shovel", How::Held),
    upon(&["harvesting", "picking", "picks"], "basket", How::Held),
    with(&["raking", "rakes"], "rake", How::Held),
    with(&["sweeping", "sweeps"], "broom", How::Held),
    with(&["mopping", "mops"], "mop", How::Held),
    with(&["mowing", "mows"], "lawn mower", How::Before),
    with(&["gardening"], "watering can", How::Held),
    upon(&["chopping", "slicing", "chops", "slices", "peeling", "cutting", "cuts"], "kitchen knife", How::Held),
    with(&["baking", "bakes", "kneading", "rolling dough"], "rolling pin", How::Held),
    with(&["frying", "stirring", "cooking", "cooks"], "pan", How::Held),
    with(&["grilling", "barbecuing", "barbecue"], "grill", How::Before),
    with(&["hammering", "repairing", "fixing"], "hammer", How::Held),
    with(&["reading", "reads"], "book", How::Held),
    with(&["brushing teeth", "brushes her teeth", "brushes his teeth", "brushing her teeth", "brushing his teeth", "brushing their teeth"], "toothbrush", How::Held),
    with(&["shopping", "carrying groceries"], "shopping bag", How::Held),
    with(&["delivering", "delivers"], "package", How::Held),
    with(&["stargazing", "looking through a telescope"], "telescope", How::Before),
    with(&["pushing a stroller", "pushing a pram"], "stroller", How::Before),
    with(&["walking a dog", "walking her dog", "walking his dog", "walking the dog", "walking their dog"], "dog", How::Beside),
    with(&["skateboarding", "skateboards"], "skateboard", How::Ridden),
    with(&["surfing", "surfs", "surfer", "surfers"], "surfboard", How::Ridden),
    with(&["snowboarding", "snowboards", "snowboarder", "snowboarders"], "snowboard", How::Ridden),
    with(&["skiing", "skis", "skier", "skiers"], "skis", How::Ridden),
    with(&["cycling", "biking", "riding a bike", "riding bikes", "riding their bikes"], "bicycle", How::Ridden),
    with(&["sledding", "sledging", "tobogganing"], "sled", How::Ridden),
    with(&["horseback riding", "horse riding"], "horse", How::Ridden),
    with(&["rowing", "rows a boat"], "rowboat", How::Aboard),
    with(&["kayaking", "canoeing", "paddling"], "canoe", How::Aboard),
    with(&["camping"], "tent", How::Behind),
    with(&["picnicking", "having a picnic"], "picnic basket", How::Before),
    with(&["building a sandcastle", "building sandcastles", "build a sandcastle", "builds a sandcastle", "build sandcastles"], "sandcastle", How::Before),
    with(&["building a snowman", "build a snowman", "builds a snowman"], "snowman", How::Beside),
    with(&["blowing bubbles", "blows bubbles"], "bubbles", How::Beside),
];

/// Who cooks in a pot that is told of has a spoon to stir it with.
pub(super) const STIRRING: Doing = with(&[], "wooden spoon", How::Held);
