//! Places: where a scene plays, and what of the canvas is sky, ground, water or wall.

use super::rect::Rect;

/// A kind of place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Place {
    /// A plain backdrop with a soft floor.
    Studio,
    Table,
    Room,
    Kitchen,
    Classroom,
    Street,
    ParkingLot,
    Field,
    Farm,
    Forest,
    Beach,
    Sea,
    /// The sea cut open: boats on the surface, fish below it.
    SeaCut,
    Underwater,
    Lake,
    Mountains,
    Hills,
    Sky,
    Space,
    Desert,
    Snow,
    Garden,
    Park,
    /// A playing field seen from above.
    Pitch,
    /// The ground of the moon or of another planet.
    Moon,
    /// A floor of tiles seen from above.
    Tiled,
    Bedroom,
    Office,
    Bathroom,
    Library,
    Cafe,
    Shop,
    Hospital,
    Gym,
    Lab,
    /// A stage with its audience.
    Stage,
    /// A hall of stone.
    Castle,
    /// A street that runs to the horizon.
    Avenue,
    /// Towers across the water.
    Skyline,
    Village,
    /// A lake or river with the bank before it.
    Bank,
    /// A frozen lake.
    Ice,
    /// A sea of high waves.
    Swell,
    /// A lane of stalls.
    Market,
    /// A balcony or terrace above a town.
    Terrace,
    Jungle,
    /// Under the ground, away from the day.
    Cave,
    /// A platform at which trains stop.
    Platform,
    /// Inside a spacecraft, with portholes.
    Spacecraft,
    /// Inside a house of glass for plants.
    Greenhouse,
    /// A hall in which works are shown.
    Gallery,
    /// The side of a room or house seen straight on, and the floor before it.
    Wall,
    /// The same in a street, with the pavement before it.
    Pavement,
}

/// Words for places, as readers and noun phrases give them.
const WORDS: &[(&str, Place)] = &[
    ("studio", Place::Studio),
    ("table", Place::Table),
    ("table top", Place::Table),
    ("tabletop", Place::Table),
    ("desk", Place::Table),
    ("counter", Place::Kitchen),
    ("restaurant", Place::Cafe),
    ("cafe", Place::Cafe),
    ("picnic", Place::Park),
    ("room", Place::Room),
    ("living room", Place::Room),
    ("bedroom", Place::Bedroom),
    ("bathroom", Place::Bathroom),
    ("dining room", Place::Room),
    ("indoors", Place::Room),
    ("house interior", Place::Room),
    ("office", Place::Office),
    ("hall", Place::Room),
    ("gallery", Place::Gallery),
    ("museum", Place::Gallery),
    ("library", Place::Library),
    ("wall", Place::Room),
    ("plain wall", Place::Wall),
    ("house wall", Place::Pavement),
    ("floor", Place::Room),
    ("carpet", Place::Room),
    ("kitchen", Place::Kitchen),
    ("classroom", Place::Classroom),
    ("school", Place::Classroom),
    ("street", Place::Street),
    ("city", Place::Street),
    ("city street", Place::Street),
    ("town", Place::Street),
    ("road", Place::Street),
    ("sidewalk", Place::Street),
    ("downtown", Place::Street),
    ("skyline", Place::Skyline),
    ("city skyline", Place::Skyline),
    ("cityscape", Place::Skyline),
    ("shop", Place::Shop),
    ("hospital", Place::Hospital),
    ("gym", Place::Gym),
    ("lab", Place::Lab),
    ("stage", Place::Stage),
    ("castle", Place::Castle),
    ("throne room", Place::Castle),
    ("rooftop", Place::Terrace),
    ("highway", Place::Street),
    ("market", Place::Market),
    ("street market", Place::Market),
    ("christmas market", Place::Market),
    ("night market", Place::Market),
    ("balcony", Place::Terrace),
    ("terrace", Place::Terrace),
    ("patio", Place::Terrace),
    ("veranda", Place::Terrace),
    ("roof terrace", Place::Terrace),
    ("riverbank", Place::Bank),
    ("river bank", Place::Bank),
    ("lakeside", Place::Bank),
    ("lakeshore", Place::Bank),
    ("ice rink", Place::Ice),
    ("skating rink", Place::Ice),
    ("frozen lake", Place::Ice),
    ("frozen pond", Place::Ice),
    ("village", Place::Village),
    ("parking lot", Place::ParkingLot),
    ("parking", Place::ParkingLot),
    ("car park", Place::ParkingLot),
    ("garage", Place::ParkingLot),
    ("field", Place::Field),
    ("meadow", Place::Field),
    ("grass", Place::Field),
    ("prairie", Place::Field),
    ("savanna", Place::Field),
    ("pasture", Place::Field),
    ("green field", Place::Field),
    ("countryside", Place::Hills),
    ("farm", Place::Farm),
    ("farmyard", Place::Farm),
    ("forest", Place::Forest),
    ("woods", Place::Forest),
    ("cave", Place::Cave),
    ("cavern", Place::Cave),
    ("spacecraft", Place::Spacecraft),
    ("greenhouse", Place::Greenhouse),
    ("train station", Place::Platform),
    ("railway station", Place::Platform),
    ("station platform", Place::Platform),
    ("train platform", Place::Platform),
    ("subway station", Place::Platform),
    ("jungle", Place::Jungle),
    ("rainforest", Place::Jungle),
    ("rain forest", Place::Jungle),
    ("tropical forest", Place::Jungle),
    ("beach", Place::Beach),
    ("shore", Place::Beach),
    ("coast", Place::Beach),
    ("sand", Place::Beach),
    ("island", Place::Beach),
    ("sea", Place::Sea),
    ("swell", Place::Swell),
    ("stormy sea", Place::Swell),
    ("rough sea", Place::Swell),
    ("ocean", Place::Sea),
    ("water", Place::Sea),
    ("wave", Place::Sea),
    ("harbor", Place::Sea),
    ("underwater", Place::Underwater),
    ("under the sea", Place::Underwater),
    ("seabed", Place::Underwater),
    ("reef", Place::Underwater),
    ("coral reef", Place::Underwater),
    ("lake", Place::Lake),
    ("pond", Place::Lake),
    ("river", Place::Lake),
    ("stream", Place::Lake),
    ("swimming pool", Place::Lake),
    ("mountain", Place::Mountains),
    ("mountains", Place::Mountains),
    ("hill", Place::Hills),
    ("hills", Place::Hills),
    ("valley", Place::Hills),
    ("sky", Place::Sky),
    ("air", Place::Sky),
    ("clouds", Place::Sky),
    ("space", Place::Space),
    ("outer space", Place::Space),
    ("galaxy", Place::Space),
    ("universe", Place::Space),
    ("desert", Place::Desert),
    ("dune", Place::Desert),
    ("sand dune", Place::Desert),
    ("dunes", Place::Desert),
    ("snow", Place::Snow),
    ("winter landscape", Place::Snow),
    ("ice", Place::Snow),
    ("ice field", Place::Snow),
    ("arctic", Place::Snow),
    ("antarctica", Place::Snow),
    ("moon", Place::Moon),
    ("mars", Place::Moon),
    ("planet", Place::Moon),
    ("garden", Place::Garden),
    ("backyard", Place::Garden),
    ("yard", Place::Garden),
    ("lawn", Place::Garden),
    ("park", Place::Park),
    ("playground", Place::Park),
    ("zoo", Place::Park),
    ("soccer field", Place::Pitch),
    ("football field", Place::Pitch),
    ("sports field", Place::Pitch),
    ("pitch", Place::Pitch),
    ("stadium", Place::Pitch),
];

impl Place {
    pub const ALL: [Self; 53] = [
        Self::Studio,
        Self::Table,
        Self::Room,
        Self::Kitchen,
        Self::Classroom,
        Self::Street,
        Self::ParkingLot,
        Self::Field,
        Self::Farm,
        Self::Forest,
        Self::Beach,
        Self::Sea,
        Self::SeaCut,
        Self::Underwater,
        Self::Lake,
        Self::Mountains,
        Self::Hills,
        Self::Sky,
        Self::Space,
        Self::Desert,
        Self::Snow,
        Self::Garden,
        Self::Park,
        Self::Pitch,
        Self::Moon,
        Self::Tiled,
        Self::Bedroom,
        Self::Office,
        Self::Bathroom,
        Self::Library,
        Self::Cafe,
        Self::Shop,
        Self::Hospital,
        Self::Gym,
        Self::Lab,
        Self::Stage,
        Self::Castle,
        Self::Avenue,
        Self::Skyline,
        Self::Village,
        Self::Bank,
        Self::Ice,
        Self::Swell,
        Self::Market,
        Self::Terrace,
        Self::Jungle,
        Self::Cave,
        Self::Platform,
        Self::Spacecraft,
        Self::Greenhouse,
        Self::Gallery,
        Self::Wall,
        Self::Pavement,
    ];

    /// Returns the place that goes by this name in a scene's facts.
    pub fn noted(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|place| format!("{place:?}") == name)
    }

    /// Returns the place that a noun or a setting word names.
    pub fn named(word: &str) -> Option<Self> {
        let word = word.trim().trim_start_matches("the ");
        WORDS
            .iter()
            .find(|(name, _)| *name == word)
            .map(|(_, place)| *place)
    }

    /// Returns a word that names the place.
    pub fn word(self) -> &'static str {
        WORDS
            .iter()
            .find(|(_, place)| *place == self)
            .map_or("studio", |(word, _)| *word)
    }

    /// Returns whether sky can be seen.
    pub fn is_outside(self) -> bool {
        !matches!(
            self,
            Self::Studio
                | Self::Table
                | Self::Room
                | Self::Kitchen
                | Self::Classroom
                | Self::Underwater
                | Self::Pitch
                | Self::Tiled
                | Self::Cave
        ) && !self.has_wall()
    }

    pub fn has_water(self) -> bool {
        matches!(
            self,
            Self::Sea
                | Self::SeaCut
                | Self::Underwater
                | Self::Lake
                | Self::Beach
                | Self::Bank
                | Self::Swell
        )
    }

    /// Returns whether nothing stands on anything here.
    pub fn floats(self) -> bool {
        matches!(self, Self::Underwater | Self::Sky | Self::Space)
    }

    pub fn has_wall(self) -> bool {
        matches!(
            self,
            Self::Room
                | Self::Kitchen
                | Self::Classroom
                | Self::Bedroom
                | Self::Office
                | Self::Bathroom
                | Self::Library
                | Self::Cafe
                | Self::Shop
                | Self::Hospital
                | Self::Gym
                | Self::Lab
                | Self::Stage
                | Self::Castle
                | Self::Spacecraft
                | Self::Greenhouse
                | Self::Gallery
                | Self::Wall
                | Self::Pavement
        )
    }

    /// Returns the usual height of the horizon (or of the line where wall meets floor) as a fraction of the canvas from
    /// the top.
    pub fn horizon(self) -> f32 {
        match self {
            Self::Studio => 0.66,
            Self::Table => 0.50,
            Self::Room
            | Self::Classroom
            | Self::Bedroom
            | Self::Office
            | Self::Bathroom
            | Self::Library
            | Self::Cafe
            | Self::Shop
            | Self::Hospital
            | Self::Gym
            | Self::Lab
            | Self::Castle
            | Self::Gallery => 0.64,
            Self::Stage | Self::Spacecraft => 0.68,
            Self::Wall | Self::Pavement => 0.72,
            Self::Avenue => 0.52,
            Self::Skyline => 0.7,
            Self::Village => 0.46,
            Self::Kitchen | Self::Cave => 0.60,
            Self::Street => 0.62,
            Self::ParkingLot => 0.42,
            Self::Field | Self::Farm | Self::Garden | Self::Park => 0.52,
            Self::Forest | Self::Jungle => 0.56,
            Self::Beach => 0.44,
            Self::Sea => 0.52,
            Self::SeaCut => 0.36,
            Self::Lake | Self::Bank => 0.40,
            Self::Ice => 0.42,
            Self::Swell => 0.5,
            Self::Market => 0.48,
            Self::Terrace | Self::Platform | Self::Greenhouse => 0.6,
            Self::Mountains => 0.62,
            Self::Hills => 0.66,
            Self::Desert | Self::Snow => 0.56,
            Self::Sky => 0.92,
            Self::Space | Self::Underwater => 1.0,
            Self::Pitch | Self::Tiled => 0.0,
            Self::Moon => 0.66,
        }
    }
}

/// The canvas of a scene with its ground line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ground {
    pub w: f32,
    pub h: f32,
    /// Where the ground begins, from the top.
    pub horizon: f32,
}

impl Ground {
    /// Returns 0 at the nearest edge of the canvas and 1 at the horizon.
    pub fn depth(&self, y: f32) -> f32 {
        let run = (self.h - self.horizon).max(1.0);
        ((self.h - y) / run).clamp(0.0, 1.0)
    }

    /// Returns how large things look at a height on the canvas, 1 at the nearest edge.
    pub fn perspective(&self, y: f32) -> f32 {
        1.0 - 0.72 * self.depth(y)
    }

    pub fn below(&self) -> Rect {
        Rect::new(0.0, self.horizon, self.w, self.h - self.horizon)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_find_their_place() {
        for (word, place) in [
            ("pond", Place::Lake),
            ("the sea", Place::Sea),
            ("parking lot", Place::ParkingLot),
            ("rainforest", Place::Jungle),
            ("sand dune", Place::Desert),
            ("christmas market", Place::Market),
        ] {
            assert_eq!(Place::named(word), Some(place));
        }
        assert_eq!(Place::named("teapot"), None);
    }
}
