/**
 * What the columns of each field are called in German and English lists, and in those of other charging systems;
 * without case, blanks and signs. The earlier name is the likelier one.
 */
export const HEADER_NAMES: Readonly<Record<string, string>> = {
  uid: 'kartennummer cardnumber uid rfid idtag tagid tokenuid token cardid kartenid rfidnummer rfidtag karte card tag chargekey nfcid kartennr',
  label:
    'bezeichnung label beschriftung kartenname cardname visiblenumber aufdruck alias beschreibung description',
  holder: 'inhaber holder kartenhalter cardholder karteninhaber besitzer owner',
  driver:
    'fahrer driver drivername fahrername mitarbeiter employee nutzer benutzer user username person name vollername fullname',
  name: 'name fahrer driver drivername fahrername vollername fullname mitarbeiter employee nachnamevorname anzeigename displayname stationsname stationname ladepunktname',
  email: 'email mail emailadresse emailaddress mailadresse',
  phone: 'telefon phone telefonnummer phonenumber mobil mobile handy tel',
  costCentre: 'kostenstelle costcentre costcenter kst ks kostenstellennummer',
  contract: 'vertrag contract vertragsnummer contractnumber contractid emaid evcoid personalnummer',
  groups: 'gruppen groups gruppe group nutzergruppe usergroup fahrergruppe stationsgruppe stationgroup',
  tenant: 'mandant tenant firma company organisation organization abteilung department standort site bereich',
  validFrom: 'gültigab validfrom gueltigab gültigvon ab startdatum startdate from von beginn',
  expiresOn:
    'gültigbis validuntil gueltigbis validto ablaufdatum expirydate expires expireson expiry enddatum enddate bis until ablauf',
  blocked: 'gesperrt blocked sperre locked status deaktiviert disabled',
  maxConcurrent: 'gleichzeitigeladevorgänge sessionsatonce gleichzeitig concurrent maxconcurrent maxsessions',
  parentTag: 'elternkarte parenttag parentid parentidtag',
  plate:
    'kennzeichen plate licenseplate licenceplate numberplate registration kfzkennzeichen amtlicheskennzeichen nummernschild kfz',
  make: 'marke make hersteller manufacturer fabrikat brand fahrzeugmarke',
  model: 'modell model typ type fahrzeugmodell fahrzeug vehicle baureihe',
  battery:
    'batteriekwh batterykwh batterie battery akku batteriekapazität batterycapacity kapazität capacity kwh',
  acPower:
    'acleistungkw acpowerkw acleistung acpower ladeleistung chargingpower ladeleistungac maxacpower bordlader onboardcharger',
  phases: 'phasen phases anzahlphasen phase',
  vid: 'fahrzeugid vehicleid vid autocharge evccid macadresse fahrzeugkennung',
  odometer: 'kilometerstandkm odometerkm kilometerstand odometer kmstand mileage laufleistung tachostand km',
  identity:
    'kennung identity stationskennung stationidentity chargepointid chargeboxid chargingstationid ocppid ocppidentity evseid ladepunktid stationid id',
  vendor: 'hersteller vendor manufacturer make marke fabrikat',
  serialNumber: 'seriennummer serialnumber serial seriennr serialno sn gerätenummer',
  location: 'ort location standort stellplatz parkplatz place lage parkingspace adresse address',
  powerClass: 'leistungsklasse powerclass klasse class ladeart stromart currenttype acdc',
  maxPower: 'höchsteleistungkw maxpowerkw maxleistung maxpower leistung power kw nennleistung ratedpower',
  sim: 'simkarte simcard sim iccid simnummer',
  installedOn:
    'eingebautam installedon installationsdatum installationdate installiertam inbetriebnahme commissioned',
  warrantyUntil: 'garantiebis warrantyuntil garantie warranty gewährleistungbis gewährleistung',
  replaces: 'ersetzt replaces nachfolgervon',
  note: 'notiz note notizen notes bemerkung bemerkungen kommentar comment remark hinweis anmerkung',
};
