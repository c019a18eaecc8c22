//! Which place a piece is about: by its setting, by names of real places, by its topic.

use super::super::Page;
use super::Vista;

/// Names and words by the place that they call up.
#[rustfmt::skip]
const PLACES: &[(Vista, &[&str])] = &[
    (Vista::Temple, &["kyoto", "tokyo", "japan", "osaka", "nara", "nikko", "fuji", "hanoi", "seoul", "beijing", "ramen", "sushi", "samurai", "sakura", "temple", "pagoda", "shrine", "izakaya"]),
    (Vista::OldTown, &["lisbon", "lisboa", "porto", "prague", "tuscany", "siena", "florence", "rome", "dubrovnik", "cinque", "positano", "amalfi", "naples", "seville", "granada", "toledo", "bruges", "ghent", "tallinn", "krakow", "heidelberg", "havana", "cartagena", "village", "old town", "altstadt", "market", "fair", "square", "paris", "vienna", "amsterdam", "venice", "barcelona", "madrid", "athens", "edinburgh", "bologna", "palermo", "istanbul", "town", "trattoria", "bistro"]),
    (Vista::Skyline, &["new york", "nyc", "manhattan", "chicago", "london", "berlin", "hong kong", "singapore", "shanghai", "dubai", "toronto", "sydney", "los angeles", "frankfurt", "nairobi", "lagos", "são paulo", "city", "urban", "skyline", "metropolis", "downtown", "rooftop", "roof", "noir", "detective", "thriller", "crime", "mystery", "murder", "spy", "heist", "suspense", "estate", "marathon", "jazz", "street"]),
    (Vista::Forest, &["forest", "woods", "redwood", "camp", "camping", "scouts", "jungle", "wild", "wilderness", "nature", "trees", "bear", "wolf", "fairy tale", "black forest", "national", "pinewood"]),
    (Vista::Coast, &["bali", "hawaii", "maldives", "caribbean", "jamaica", "thailand", "phuket", "goa", "rio", "copacabana", "cancun", "fiji", "tahiti", "zanzibar", "miami", "malibu", "california", "ibiza", "beach", "island", "islands", "summer", "surf", "luau", "tropical", "cruise", "seaside", "mojito", "reggae", "lagoon"]),
    (Vista::Sea, &["sea", "ocean", "sailing", "regatta", "harbor", "harbour", "ferry", "lighthouse", "nautical", "whale", "fishing", "salt", "captain", "pirate", "santorini", "mykonos", "greece", "cornwall", "brittany", "norway", "tide", "wave", "waves", "ambient", "dreamy", "romance", "marina", "yacht", "ship", "boat"]),
    (Vista::Lake, &["lake", "canoe", "kayak", "como", "garda", "river", "rivers", "canada", "banff", "loch", "pond", "finland"]),
    (Vista::Peaks, &["alps", "mountain", "mountains", "hiking", "hike", "summit", "climbing", "peak", "zermatt", "chamonix", "dolomites", "yosemite", "patagonia", "everest", "himalaya", "nepal", "andes", "peru", "rockies", "switzerland", "colorado", "trail", "adventure", "fantasy", "dragon", "quest", "saga", "epic", "success", "discipline", "motivation", "motivational", "goal", "goals", "national park", "everest"]),
    (Vista::Hills, &["countryside", "farm", "vineyard", "wine", "harvest", "meadow", "provence", "ireland", "scotland", "field", "fields", "spring", "picnic", "country", "valley", "bike", "cycling", "garden", "hills", "yoga", "retreat", "orchard", "cheese", "folk", "hill"]),
    (Vista::Desert, &["desert", "sahara", "morocco", "marrakesh", "marrakech", "egypt", "cairo", "arizona", "mexico", "texas", "dune", "petra", "jordan", "nevada", "western", "rodeo", "cactus", "taco", "tacos", "mezcal", "tequila", "safari", "outback", "canyon", "utah"]),
    (Vista::Snow, &["snow", "ski", "skiing", "snowboard", "winter", "iceland", "lapland", "christmas", "advent", "antarctica", "arctic", "aspen", "northern lights", "aurora", "penguin", "xmas", "igloo"]),
    (Vista::Space, &["space", "galaxy", "mars", "moon", "astronaut", "planet", "rocket", "alien", "cosmic", "sci-fi", "science fiction", "orbit", "universe", "stargazing", "astronomy", "stars", "interstellar"]),
    (Vista::Haunted, &["halloween", "haunted", "ghost", "vampire", "witch", "spooky", "horror", "zombie", "crypt"]),
    (Vista::Stage, &["concert", "gig", "band", "festival", "dj", "techno", "rave", "rock", "music", "party", "club", "disco", "karaoke", "tour", "live", "edm", "hip hop"]),
    (Vista::Stadium, &["football", "soccer", "rugby", "stadium", "derby", "cup final"]),
    (Vista::Road, &["road trip", "roadtrip", "route", "synthwave", "race", "car", "cars", "motorcycle", "highway", "retrowave", "rally", "grand prix"]),
];

/// Words of settings by place.
const SETTINGS: &[(&str, Vista)] = &[
    ("beach", Vista::Coast),
    ("sea", Vista::Sea),
    ("ocean", Vista::Sea),
    ("harbor", Vista::Sea),
    ("lake", Vista::Lake),
    ("river", Vista::Lake),
    ("forest", Vista::Forest),
    ("jungle", Vista::Forest),
    ("mountain", Vista::Peaks),
    ("mountains", Vista::Peaks),
    ("hills", Vista::Hills),
    ("field", Vista::Hills),
    ("meadow", Vista::Hills),
    ("farm", Vista::Hills),
    ("garden", Vista::Hills),
    ("park", Vista::Hills),
    ("desert", Vista::Desert),
    ("city", Vista::Skyline),
    ("street", Vista::OldTown),
    ("town", Vista::OldTown),
    ("market", Vista::OldTown),
    ("village", Vista::OldTown),
    ("snow", Vista::Snow),
    ("space", Vista::Space),
    ("moon", Vista::Space),
    ("stadium", Vista::Stadium),
    ("stage", Vista::Stage),
];

/// Returns the place that the piece calls up, if any: its setting first, then names and topics.
pub fn of(page: &Page<'_>) -> Option<Vista> {
    let brief = page.studio.brief;
    let place = brief.setting.place.as_deref();
    if let Some((_, vista)) = SETTINGS.iter().find(|(word, _)| Some(*word) == place) {
        return Some(*vista);
    }
    let lower = |text: &str| text.to_lowercase();
    // What the piece is about says more than a name on it: the harbour of "FC Harbor" is no sea.
    let about: Vec<String> = brief
        .topic
        .iter()
        .map(|t| lower(t))
        .chain(brief.headline.iter().map(|h| lower(h)))
        .chain(brief.look.styles.iter().cloned())
        .collect();
    let said: Vec<String> = page
        .words
        .title
        .iter()
        .chain(&page.words.sub)
        .chain(&page.words.kicker)
        .map(|l| lower(&l.text))
        .collect();
    let language = brief.language.0.as_str();
    let glossed: Vec<String> = said
        .iter()
        .chain(&about)
        .filter(|_| language != "en")
        .map(|text| lower(&plantain_read::english(text, language)))
        .collect();
    // A lone tree makes no forest.
    let stands_alone =
        |o: &plantain_read::ObjectPhrase| !o.plural && o.noun.rsplit(' ').next() == Some("tree");
    let things: Vec<String> = brief
        .objects
        .iter()
        .filter(|o| !o.absent && !stands_alone(o))
        .map(|o| o.noun.clone())
        .collect();
    // A moon or stars over something else are its sky and no journey into space.
    let lone = things.len() == 1;
    let things: Vec<String> = things
        .into_iter()
        .filter(|noun| lone || !matches!(noun.as_str(), "moon" | "star"))
        .collect();
    // What grows, lies or lives somewhere says more of the place than that people meet there.
    let texts = [&about, &said, &glossed, &things];
    let found = |meeting: bool| texts.iter().find_map(|texts| named(texts, meeting));
    found(false).or_else(|| found(true))
}

/// Words for occasions that are held anywhere.
const MEETINGS: &[&str] = &["market", "fair", "festival", "party", "tour", "live"];

/// The first place that one of the texts calls up, by the words for what is there or by those for a `meeting`.
fn named(texts: &[String], meeting: bool) -> Option<Vista> {
    let says = |key: &str| {
        if MEETINGS.contains(&key) != meeting {
            return false;
        }
        texts.iter().any(|text| {
            // Palms make no forest.
            if key.starts_with("tree") && text.contains("palm") {
                return false;
            }
            if key.contains([' ', '-']) {
                text.contains(key)
            } else {
                text.split(|c: char| !c.is_alphanumeric()).any(|w| w == key)
            }
        })
    };
    PLACES
        .iter()
        .find(|(_, keys)| keys.iter().any(|k| says(k)))
        .map(|(vista, _)| *vista)
}

/// Whether the painted place shows a thing of this name itself, so that it need not stand in it once more.
pub fn shows(vista: Vista, noun: &str) -> bool {
    let sky = matches!(
        noun,
        "sun"
            | "moon"
            | "sky"
            | "cloud"
            | "star"
            | "horizon"
            | "landscape"
            | "background"
            | "sunset"
            | "sunrise"
    );
    let own: &[&str] = match vista {
        Vista::Peaks => &[
            "mountain",
            "peak",
            "fir",
            "pine",
            "pine tree",
            "tree",
            "forest",
            "summit",
            "hill",
            "alps",
        ],
        Vista::Hills => &[
            "hill",
            "field",
            "meadow",
            "vineyard",
            "countryside",
            "grass",
            "bird",
        ],
        Vista::Forest => &["tree", "pine tree", "pine", "fir", "forest", "woods"],
        Vista::Desert => &["cactus", "dune", "desert", "sand", "mesa", "canyon"],
        Vista::Coast => &[
            "palm tree",
            "palm",
            "beach",
            "sea",
            "wave",
            "sand",
            "island",
            "ocean",
            "water",
            "sailboat",
        ],
        Vista::Sea => &[
            "sea", "wave", "ocean", "water", "sailboat", "sail", "bird", "seagull", "gull",
        ],
        Vista::Lake => &["lake", "water", "tree", "pine tree", "forest", "river"],
        Vista::Skyline => &[
            "skyline",
            "building",
            "city",
            "skyscraper",
            "tower",
            "cityscape",
        ],
        Vista::OldTown => &[
            "house", "town", "roof", "street", "village", "church", "city", "building",
        ],
        Vista::Temple => &[
            "temple",
            "pagoda",
            "cherry blossom",
            "shrine",
            "hill",
            "blossom",
        ],
        Vista::Snow => &["snow", "snowflake", "mountain", "pine tree", "tree", "fir"],
        Vista::Road => &["road", "mountain", "street", "highway"],
        Vista::Space => &["planet", "space", "galaxy", "ring", "saturn"],
        Vista::Stage => &[
            "crowd",
            "stage",
            "spotlight",
            "light",
            "concert",
            "audience",
        ],
        Vista::Haunted => &[
            "bat",
            "haunted house",
            "house",
            "castle",
            "tree",
            "graveyard",
            "tombstone",
            "gravestone",
        ],
        Vista::Stadium => &["stadium", "pitch", "field", "crowd", "goal", "soccer field"],
    };
    // "sand dune" is a dune, but trees far off are no pear tree.
    let head = noun.rsplit(' ').next().filter(|head| *head != "tree");
    sky || own.contains(&noun) || head.is_some_and(|head| own.contains(&head))
}
