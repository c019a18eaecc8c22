//! What a noun is on stage: where it lives, how large it is, what it can carry or be worn on.

/// What sort of thing a noun names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Class {
    Animal,
    Bird,
    /// Small things with wings.
    Insect,
    Swimmer,
    Person,
    Vehicle,
    /// Ridden: bicycles, motorcycles, skateboards, horses as mounts are animals.
    Cycle,
    Boat,
    Aircraft,
    /// Kites, balloons and what else hangs in the air.
    Airborne,
    /// Tables, desks, shelves: things stand on top, some fit under.
    Table,
    Seat,
    Furniture,
    /// Open vessels: things stand in them.
    Container,
    Food,
    Item,
    Worn(Slot),
    Plant,
    Tree,
    Building,
    Celestial,
    Cloud,
    /// Hangs on a wall.
    Hung,
    /// Lies flat on the ground.
    Flat,
    /// Carries words: boards, signs, papers, screens.
    Board,
    Fire,
    Land,
    Thing,
}

/// Where something is worn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Slot {
    Head,
    Eyes,
    Neck,
    Torso,
    Legs,
    Whole,
    Feet,
    Hand,
    Back,
}

/// Nouns by class and height in metres.
const NOUNS: &[(Class, f32, &str)] = &[
    (Class::Animal, 3.0, "elephant,mammoth"),
    (Class::Animal, 5.0, "giraffe,dinosaur,dragon"),
    (
        Class::Animal,
        2.2,
        "camel,horse,unicorn,bear,polar bear,moose",
    ),
    (
        Class::Animal,
        1.6,
        "cow,ox,bull,zebra,gorilla,rhino,rhinoceros,hippo,hippopotamus,donkey,llama,alpaca,deer,reindeer,panda,buffalo,ostrich,kangaroo",
    ),
    (
        Class::Animal,
        1.0,
        "lion,tiger,leopard,cheetah,pig,sheep,ram,goat,lamb,wolf,hyena,monkey,chimpanzee,orangutan,koala,sloth,crocodile,alligator,wild boar,boar,jaguar,panther",
    ),
    (
        Class::Animal,
        0.6,
        "dog,puppy,fox,raccoon,badger,beaver,otter,poodle,corgi,wombat,lizard,skunk",
    ),
    (
        Class::Animal,
        0.35,
        "cat,kitten,rabbit,bunny,hare,squirrel,hedgehog,turtle,tortoise,snake,ferret,guinea pig,meerkat",
    ),
    (
        Class::Animal,
        0.14,
        "mouse,rat,hamster,frog,toad,chipmunk,snail,crab,lobster,gecko,scorpion,chameleon",
    ),
    (
        Class::Bird,
        0.6,
        "swan,goose,flamingo,peacock,turkey,rooster,eagle,owl,heron,stork,pelican,penguin,vulture,dodo",
    ),
    (
        Class::Bird,
        0.38,
        "duck,duckling,chicken,hen,parrot,crow,raven,seagull,gull,pigeon,dove,hawk,falcon,toucan,macaw",
    ),
    (
        Class::Bird,
        0.2,
        "bird,chick,sparrow,robin,hummingbird,canary,bluebird,kingfisher,woodpecker",
    ),
    (
        Class::Insect,
        0.12,
        "butterfly,bee,dragonfly,ladybug,beetle,moth,fly,wasp,firefly,mosquito,grasshopper,cricket,bumblebee,bat,fairy",
    ),
    (Class::Item, 0.05, "ant,spider,caterpillar,worm"),
    (Class::Swimmer, 6.0, "whale,humpback whale,blue whale"),
    (
        Class::Swimmer,
        2.0,
        "shark,dolphin,orca,seal,walrus,manatee,narwhal,mermaid,sea lion",
    ),
    (
        Class::Swimmer,
        0.5,
        "octopus,squid,jellyfish,sea turtle,stingray,swordfish,salmon,tuna",
    ),
    (
        Class::Swimmer,
        0.22,
        "fish,goldfish,clownfish,tropical fish,seahorse,starfish,shrimp,pufferfish,blowfish",
    ),
    (
        Class::Vehicle,
        3.0,
        "bus,truck,fire truck,train,locomotive,tram,tractor,van,ambulance,school bus,lorry,excavator,bulldozer,crane,trailer,tank,carriage,school van,dump truck",
    ),
    (
        Class::Vehicle,
        1.5,
        "car,taxi,police car,race car,sports car,jeep,convertible,automobile,cab,limousine,sedan,golf cart,suv",
    ),
    (
        Class::Cycle,
        1.1,
        "bicycle,bike,motorcycle,motorbike,scooter,moped,tricycle,wheelchair,unicycle",
    ),
    (
        Class::Cycle,
        0.2,
        "skateboard,surfboard,snowboard,sled,ski,roller skate,skis",
    ),
    (
        Class::Boat,
        5.0,
        "sailboat,ship,yacht,cruise ship,pirate ship,ferry,submarine,tall ship,sailing ship,galleon,schooner,frigate,caravel",
    ),
    (
        Class::Boat,
        2.0,
        "boat,canoe,kayak,rowboat,speedboat,raft,gondola,motorboat,motor boat",
    ),
    (
        Class::Aircraft,
        6.0,
        "airplane,plane,jet,helicopter,spaceship,rocket,ufo,space shuttle,aeroplane,biplane,satellite,space station,airship,blimp",
    ),
    (Class::Airborne, 8.0, "hot air balloon,parachute,zeppelin"),
    (
        Class::Airborne,
        0.6,
        "balloon,kite,drone,paper airplane,bubble,soap bubble,firework,fireworks,snowflake,lantern,sky lantern,frisbee",
    ),
    (
        Class::Table,
        0.9,
        "table,desk,dining table,workbench,dresser,cabinet,drawer,sideboard,counter,shelf,stove,oven,pedestal,stage,chest of drawers,stand",
    ),
    (
        Class::Table,
        0.5,
        "coffee table,nightstand,bedside table,end table,side table",
    ),
    (Class::Table, 1.25, "piano"),
    (Class::Table, 1.9, "bookshelf,bookcase,cupboard,wardrobe"),
    (
        Class::Seat,
        0.95,
        "chair,bench,sofa,couch,stool,armchair,bed,throne,swing,rocking chair,hammock,ottoman",
    ),
    (Class::Seat, 0.9, "seesaw,see-saw"),
    (Class::Seat, 0.55, "log,fallen log,tree trunk"),
    (Class::Seat, 1.8, "bunk bed"),
    (
        Class::Furniture,
        1.7,
        "refrigerator,fridge,floor lamp,standing lamp,curtain,door,door with a window,door with a round window,door with a heart window,coat rack,shower",
    ),
    (
        Class::Furniture,
        0.85,
        "sink,washing machine,dishwasher,toilet,bathtub,dryer",
    ),
    (Class::Furniture, 1.25, "fireplace"),
    (
        Class::Furniture,
        0.4,
        "microwave,toaster,television,tv,computer,laptop,monitor,printer,fan,radio,record player,lamp,table lamp,desk lamp,blender,kettle,coffee maker,coffee machine,fish tank,aquarium,keyboard",
    ),
    (
        Class::Container,
        0.35,
        "basket,bowl,box,bucket,crate,bathtub,pot,pan,cart,shopping cart,wheelbarrow,nest,chest,treasure chest,suitcase,bin,barrel,cauldron,toolbox,gift box,cardboard box,picnic basket,tub,wagon,container",
    ),
    (
        Class::Container,
        0.16,
        "vase,cup,mug,glass,jar,bottle,teacup,wine glass,pitcher,flower pot,teapot,coffee cup,tin,can,jug,goblet,flowerpot,planter,coffee mug,shot glass,beaker,tumbler",
    ),
    (
        Class::Container,
        0.45,
        "bag,backpack,handbag,purse,sack,briefcase,tote bag,shopping bag,luggage",
    ),
    (Class::Swimmer, 1.0, "diver,scuba diver"),
    (Class::Flat, 0.03, "lily pad"),
    (
        Class::Flat,
        0.03,
        "plate,tray,coaster,rug,carpet,mat,blanket,towel,pillow,cushion,napkin,cutting board,puddle,tablecloth,doormat,dish,saucer,placemat,platter,quilt,picnic blanket",
    ),
    (
        Class::Food,
        0.1,
        "apple,orange,banana,pear,lemon,peach,strawberry,cherry,grape,grapes,pineapple,mango,kiwi,avocado,tomato,carrot,potato,onion,broccoli,corn,pepper,eggplant,cucumber,mushroom,pumpkin,coconut,lime,egg,fruit,vegetable,cabbage,lettuce,garlic,plum,blueberry,olive,zucchini,radish,watermelon,melon,bell pepper,red apple,green apple",
    ),
    (
        Class::Food,
        0.12,
        "pizza,hamburger,burger,sandwich,hot dog,taco,sushi,donut,doughnut,cookie,bagel,croissant,bread,cheese,ice cream,ice cream cone,pancake,waffle,pie,candy,chocolate,lollipop,pretzel,popcorn,french fries,fries,steak,sausage,bacon,salad,soup,noodles,noodle,ramen,spaghetti,pasta,rice,burrito,coffee,tea,juice,wine,beer,milk,honey,egg roll,dumpling,cereal,toast,baguette,meat,chicken leg,drink,cocktail,smoothie,pudding,muffin",
    ),
    (
        Class::Table,
        0.16,
        "cake,birthday cake,wedding cake,chocolate cake",
    ),
    (Class::Food, 0.09, "cupcake"),
    (Class::Table, 0.22, "cake stand"),
    (Class::Container, 0.16, "snow globe,waffle cone"),
    (Class::Item, 0.04, "keyboard,computer keyboard"),
    (
        Class::Item,
        0.14,
        "candle,ball,soccer ball,basketball,baseball,tennis ball,football,volleyball,beach ball,teddy bear,toy,doll,book,clock,alarm clock,watch,phone,cell phone,camera,gift,present,key,pen,pencil,scissors,spoon,fork,knife,chopsticks,chopstick,cutlery,hammer,wrench,screwdriver,paintbrush,brush,comb,toothbrush,wallet,diamond,ring,trophy,medal,coin,dice,die,chess piece,microphone,violin,trumpet,drum,flute,saxophone,accordion,cube,sphere,cone,cylinder,pyramid,block,magnet,flashlight,light bulb,bulb,globe,telescope,microscope,compass,bell,whistle,crystal,gem,rock,stone,shell,seashell,feather,leaf,rose,tulip,daisy,sunflower,flower,bouquet,heart,star,lighthouse model,battery,soap,sponge,remote,remote control,mouse pad,eraser,ruler,stapler,envelope,notebook,newspaper,bone,yarn,rope,paddle,racket,tennis racket,bat,baseball bat,golf club,bowling ball,dumbbell,bucket hat,rubber duck,test tube,prism,tile,hourglass,vial,lantern light,potion,lighter,fishing rod,paintball,stamp,sword,shield,wand,magic wand,lightsaber,hose,wheel,tire,gear,anchor,chain,lock,padlock,paper clip,bracelet,pendant,keychain,brooch,toilet paper,tissue box,plunger,map,puzzle,tennis",
    ),
    (
        Class::Item,
        0.05,
        "marble,bead,button,pearl,jelly bean,gumball",
    ),
    (Class::Item, 1.1, "broom,mop,shovel,rake"),
    (Class::Item, 1.5, "flag,flagpole"),
    (Class::Item, 2.0, "ladder"),
    (
        Class::Worn(Slot::Head),
        0.16,
        "earring,pearl earring,smoking pipe,headphones,headphone,earmuffs,hijab,headscarf,head scarf,hat,cap,crown,helmet,top hat,beanie,cowboy hat,party hat,santa hat,turban,straw hat,bow,wizard hat,hard hat,baseball cap,chef hat,tiara,beret,sombrero,headband,wreath,graduation cap,hood,wig",
    ),
    (
        Class::Worn(Slot::Eyes),
        0.06,
        "glasses,sunglasses,goggles,mask,eyeglasses,eye patch,spectacles,monocle,face mask",
    ),
    (
        Class::Worn(Slot::Neck),
        0.2,
        "dog collar,cat collar,scarf,tie,necktie,bow tie,bowtie,necklace,collar,lei,bandana,medallion",
    ),
    (
        Class::Worn(Slot::Torso),
        0.6,
        "shirt,t-shirt,tshirt,jacket,sweater,hoodie,coat,blouse,vest,suit,blazer,raincoat,apron,jersey,cardigan,tuxedo,top,cape,lab coat,uniform",
    ),
    (
        Class::Worn(Slot::Legs),
        0.9,
        "pants,jeans,trousers,shorts,skirt,leggings",
    ),
    (
        Class::Worn(Slot::Whole),
        1.0,
        "dress,gown,robe,kimono,sari,overalls,costume,spacesuit,pajamas,wedding dress,swimsuit,bikini",
    ),
    (
        Class::Worn(Slot::Feet),
        0.15,
        "shoe,boot,sneaker,sandal,high heel,heel,slipper,sock,shoes,boots,sneakers",
    ),
    (
        Class::Worn(Slot::Hand),
        0.2,
        "glove,mitten,gloves,boxing glove",
    ),
    (
        Class::Plant,
        0.6,
        "plant,potted plant,bush,fern,cactus,houseplant,shrub,bonsai,grass tuft,reed,herb,vine,succulent,clover,lotus,lily,mushroom house",
    ),
    (
        Class::Tree,
        6.0,
        "bamboo,tree,palm tree,pine tree,oak tree,christmas tree,willow,cherry tree,apple tree,maple tree,evergreen,fir,oak,birch,palm",
    ),
    (
        Class::Item,
        1.0,
        "guitar,acoustic guitar,electric guitar,bass guitar,cello,double bass,harp",
    ),
    (Class::Item, 0.3, "branch,stump,twig,stick"),
    (Class::Item, 1.0, "fence,picket fence,wooden fence"),
    (
        Class::Building,
        9.0,
        "house,barn,castle,church,temple,tower,lighthouse,skyscraper,building,windmill,cabin,hut,cottage,school building,factory,hospital,silo,museum building,pyramid monument,palace,mosque,pagoda,eiffel tower,statue of liberty,ferris wheel,stadium building,shop,store,hotel,mansion,farmhouse,igloo,gate,arch,monument,statue,fountain,big ben,carousel,roller coaster,circus tent,opera house",
    ),
    (
        Class::Building,
        2.6,
        "tent,playhouse,gazebo,bridge,footbridge,stone bridge,clothesline,washing line,laundry line,bus stop,phone booth,well,totem,slide,swing set,teepee,telephone booth,market stall,goal,basketball hoop,sculpture,robot statue,astronaut suit",
    ),
    (
        Class::Building,
        5.0,
        "street light,street lamp,lamp post,traffic light",
    ),
    (Class::Item, 0.22, "chess board,chessboard,checkerboard"),
    (
        Class::Item,
        1.8,
        "snowman,plain snowman,scarecrow,robot,beach umbrella,parasol,umbrella",
    ),
    (
        Class::Item,
        0.9,
        "fire hydrant,mailbox,dog house,doghouse,trash can,traffic cone,headstone,tombstone,gravestone",
    ),
    (Class::Item, 1.4, "parking meter,grill,barbecue"),
    (Class::Item, 0.7, "sandcastle"),
    (
        Class::Celestial,
        0.0,
        "sun,moon,full moon,crescent moon,planet,earth,mars,saturn,jupiter,comet,shooting star,rainbow,eclipse,black hole,meteor,asteroid,crescent,globe earth",
    ),
    (
        Class::Cloud,
        0.0,
        "cloud,storm cloud,rain cloud,thundercloud,lightning,lightning bolt,tornado",
    ),
    (
        Class::Hung,
        0.7,
        "mirror,hook,coat hook,painting,picture,picture frame,framed picture,poster,wall clock,window,shelf board,portrait,photo,photograph,bunting,garland,string lights,dartboard,tapestry,calendar,chandelier,pendant lamp,ceiling fan,disco ball,light fixture",
    ),
    (
        Class::Board,
        1.2,
        "blackboard,chalkboard,whiteboard,sign,banner,screen,noticeboard,road sign,street sign,stop sign,signpost,placard,neon sign,easel,wooden sign,bulletin board,signboard,marquee",
    ),
    (Class::Board, 5.0, "billboard,scoreboard,drive-in screen"),
    (Class::Fire, 0.6, "campfire,fire,bonfire,flame,torch"),
    (
        Class::Land,
        0.0,
        "mountain,hill,volcano,island,iceberg,ice floe,floe,waterfall,cliff,cave,dune,glacier,canyon,peak",
    ),
];

/// People, with age and look in [`super::person`].
const PEOPLE: &str = "person,man,woman,boy,girl,child,kid,baby,toddler,teacher,chef,cook,doctor,nurse,farmer,police officer,policeman,policewoman,firefighter,astronaut,king,queen,prince,princess,old man,old woman,grandmother,grandfather,grandma,grandpa,student,worker,construction worker,businessman,businesswoman,dancer,ballerina,singer,musician,artist,painter,pirate,knight,wizard,witch,clown,ninja,cowboy,cowgirl,soldier,sailor,pilot,scientist,engineer,waiter,waitress,player,soccer player,basketball player,athlete,runner,swimmer,surfer,skier,cyclist,fisherman,hiker,gardener,mother,father,mom,dad,brother,sister,son,daughter,friend,couple,family,lady,gentleman,guy,teenager,teen,bride,groom,viking,superhero,elf,santa,santa claus,detective,mechanic,barista,baker,guitarist,people,photographer,tourist,traveler,conductor,judge,lawyer,monk,nun,vampire,zombie,owner,driver,customer,human,model,dentist,plumber,librarian,carpenter,actor,actress,adult,skateboarder,yogi,boxer,golfer,drummer,pianist,samurai,queen elizabeth,neighbor,worker man,band,passenger,commuter,shopper,visitor,pedestrian,barber,hairdresser,butcher,florist,shepherd,blacksmith,potter,tailor,seller,vendor,merchant,cashier,janitor,gymnast,goalkeeper,referee,coach,climber,camper,explorer,archaeologist,beekeeper,lifeguard,acrobat,juggler,hunter,archer,warrior,violinist,cellist";

/// Returns the class of a noun and its height in metres (0 when the noun does not say).
///
/// A phrase of several words falls back to its last word: "garden bench" is a bench.
pub fn look_up(noun: &str) -> (Class, f32) {
    let mut rest = noun.trim();
    loop {
        if let Some(found) = exact(rest).or_else(|| plantain_read::kind_of(rest).and_then(exact)) {
            // A gingerbread man and a vacuum cleaner are no people.
            let thing = found.0 == Class::Person && rest.len() < noun.trim().len();
            return match thing.then(|| drawn_itself(noun)).flatten() {
                Some(class) => (class, 0.0),
                None => found,
            };
        }
        match rest.split_once(' ') {
            Some((_, tail)) => rest = tail,
            None => return (drawn(noun), 0.0),
        }
    }
}

/// Returns the class of what a noun is drawn as; persons of the set are left as they are.
fn drawn(noun: &str) -> Class {
    super::find::find(noun)
        .map(|found| super::prop::class_of(&found.object.kind()))
        .filter(|class| *class != Class::Person)
        .unwrap_or(Class::Thing)
}

/// Returns the class of the thing that has a drawing of its own under this noun.
fn drawn_itself(noun: &str) -> Option<Class> {
    let found = super::find::find(noun.trim()).filter(|found| found.exact)?;
    Some(super::prop::class_of(&found.object.kind())).filter(|class| *class != Class::Person)
}

/// Returns the word by which the drawing of persons knows a role: "lumberjack" is a person like others, "emperor" a king.
pub fn role(noun: &str) -> &str {
    let mut rest = noun.trim();
    loop {
        if PEOPLE.split(',').any(|word| word == rest) {
            return rest;
        }
        if let Some(kind) = plantain_read::kind_of(rest) {
            return kind;
        }
        match rest.split_once(' ') {
            Some((_, tail)) => rest = tail,
            None => return noun,
        }
    }
}

fn exact(noun: &str) -> Option<(Class, f32)> {
    if PEOPLE.split(',').any(|word| word == noun) || super::person::is_trade(noun) {
        return Some((Class::Person, 1.7));
    }
    NOUNS
        .iter()
        .find(|(_, _, words)| words.split(',').any(|word| word == noun))
        .map(|(class, height, _)| (*class, *height))
}

impl Class {
    /// Returns whether it can hold, wear, eat or ride.
    pub fn is_animate(self) -> bool {
        matches!(
            self,
            Self::Animal | Self::Bird | Self::Person | Self::Swimmer | Self::Insect
        )
    }

    /// Returns whether it hangs in the air by itself.
    pub fn flies(self) -> bool {
        matches!(
            self,
            Self::Insect | Self::Aircraft | Self::Airborne | Self::Celestial | Self::Cloud
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_have_their_class() {
        for (noun, class) in [
            ("dog", Class::Animal),
            ("palm tree", Class::Tree),
            ("garden bench", Class::Seat),
            ("top hat", Class::Worn(Slot::Head)),
            ("teacher", Class::Person),
            ("old man", Class::Person),
            ("gingerbread man", Class::Food),
            ("vacuum cleaner", Class::Item),
            ("basket", Class::Container),
            ("quasar flange", Class::Thing),
            ("chaise longue", Class::Seat),
        ] {
            assert_eq!(look_up(noun).0, class, "{noun}");
        }
    }

    #[test]
    fn no_noun_stands_twice_in_one_class() {
        for (class, _, words) in NOUNS {
            let mut seen: Vec<&str> = words.split(',').collect();
            seen.sort_unstable();
            assert!(seen.windows(2).all(|p| p[0] != p[1]), "{class:?}");
        }
    }
}
