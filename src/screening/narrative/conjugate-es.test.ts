// Verb by verb: the irregular ones whole in the tenses that people tell things in, the others by the forms where their
// spelling or their stem changes. Written by hand from a grammar, folded; not produced by the code it tests.

import { describe, expect, it } from 'vitest'

import { conjugateSpanish } from './conjugate-es.ts'

const mustHave = (verb: string, forms: string) =>
  expect(conjugateSpanish(verb)).toEqual(expect.arrayContaining(forms.split(' ')))

describe('regular verbs', () => {
  it.each([
    ['hablar', 'hablo hablas habla hablamos hablan hable hablaste hablo hablaron hablaba hablaban hablare hablaran'],
    ['hablar', 'hablaria hables hablemos hablen hablara hablase hablado hablada hablando hablastes'],
    ['comer', 'como comes come comemos comen comi comiste comio comieron comia comian comere comeria coma comamos'],
    ['comer', 'comiera comiese comido comidas comiendo'],
    [
      'vivir',
      'vivo vives vive vivimos viven vivi viviste vivio vivieron vivia vivire viviria viva viviera vivido vivis',
    ],
  ])('%s', mustHave)
})

describe('irregular verbs in full', () => {
  it.each([
    [
      'ser',
      'soy eres es somos son sos fui fuiste fue fuimos fueron era eras eramos eran sere sera seria sea seamos fuera',
    ],
    ['ir', 'voy vas va vamos van fui fue fueron iba ibas ibamos iban ire ira iria vaya vayamos fuera yendo ido'],
    [
      'estar',
      'estoy estas esta estamos estan estuve estuviste estuvo estuvimos estuvieron estaba este esten estuviera',
    ],
    ['haber', 'he has ha hay hemos han hube hubo hubieron habia habre habra habria haya hayan hubiera habiendo habido'],
    [
      'tener',
      'tengo tienes tiene tenemos tienen tenes tuve tuviste tuvo tuvimos tuvieron tenia tendre tendra tenga ten',
    ],
    ['hacer', 'hago haces hace hacemos hacen hice hiciste hizo hicimos hicieron hacia hare haras haria haga hecho haz'],
    ['decir', 'digo dices dice decimos dicen dije dijiste dijo dijimos dijeron decia dire diria diga dijera dicho di'],
    ['poder', 'puedo puedes puede podemos pueden pude pudo pudieron podia podre podria pueda podamos pudiera pudiendo'],
    ['poner', 'pongo pones pone ponemos ponen puse pusiste puso pusieron ponia pondre pondria ponga puesto puesta pon'],
    ['venir', 'vengo vienes viene venimos vienen vine vino vinieron venia vendre venga viniera viniendo venido ven'],
    ['saber', 'se sabes sabe sabemos saben supe supo supieron sabia sabre sabria sepa sepamos supiera'],
    ['dar', 'doy das da damos dan di diste dio dimos dieron daba dare daria de des den demos diera dando dado'],
    ['ver', 'veo ves ve vemos ven vi viste vio vimos vieron veia veias veian vere vea veamos viera viendo visto'],
    ['salir', 'salgo sales sale salimos salen sali salio salieron saldre saldria salga sal'],
    ['caber', 'quepo cabes cabe cupe cupo cabre quepa'],
    ['querer', 'quiero quieres quiere queremos quieren quise quiso quisieron queria querre quiera queramos quisiera'],
    ['traer', 'traigo traes trae traje trajiste trajo trajeron traia traiga trajera trayendo traido'],
    ['andar', 'ando andas anduve anduvo anduvieron anduviera andaba'],
    ['conducir', 'conduzco conduces conduje condujo condujeron conduzca condujera'],
    ['producir', 'produzco produje produjo produjeron produzca'],
    ['seducir', 'seduzco seduce seduje sedujo sedujeron seduciendo seducida'],
    ['satisfacer', 'satisfago satisface satisfizo satisfaga satisfara satisfecho'],
    ['oir', 'oigo oyes oye oimos oyen oi oiste oyo oyeron oia oire oiga oyendo oido'],
    ['caer', 'caigo caes cae caimos cai caiste cayo cayeron caia caiga cayera cayendo caido'],
  ])('%s', mustHave)
})

describe('stems that change', () => {
  it.each([
    ['pedir', 'pido pides pide pedimos piden pedi pidio pidieron pida pidamos pidiera pidiendo pedido'],
    ['dormir', 'duermo duerme dormimos dormi durmio durmieron duerma durmamos durmiendo dormido'],
    ['morir', 'muero muere murio murieron muera muramos muriendo muerto muertas'],
    ['sentir', 'siento siente sentimos sintio sintieron sienta sintamos sintiendo'],
    ['mentir', 'miento miente mintio mintieron mienta mintiendo'],
    ['perder', 'pierdo pierde perdemos perdio pierda perdamos'],
    ['encontrar', 'encuentro encuentra encontramos encontro encuentre encontremos'],
    ['mostrar', 'muestro muestra mostro muestre'],
    ['contar', 'cuento cuenta conto cuente contemos contas'],
    ['acostar', 'acuesto acuesta acosto acostaron acueste acostado'],
    ['volver', 'vuelvo vuelve volvio vuelva volvamos vuelto'],
    ['mover', 'muevo mueve movio mueva'],
    ['jugar', 'juego juega jugamos jugue jugo juegue juguemos'],
    ['herir', 'hiero hiere hirio hirieron hiera hiramos hiriendo'],
    ['seguir', 'sigo sigues sigue seguimos seguia siguio siguieron siga sigamos siguiendo'],
    ['vestir', 'visto viste vistio vistieron vista vistiendo vestida'],
    ['empezar', 'empiezo empieza empece empezo empiece empecemos'],
    ['negar', 'niego niega negue nego niegue neguemos'],
    ['rogar', 'ruego ruega rogue rogo ruegue'],
    ['forzar', 'fuerzo fuerza force forzo fuerce forcemos forzada'],
    ['avergonzar', 'averguenzo averguenza avergonce averguence avergonzada'],
    ['preferir', 'prefiero prefiere prefirio prefiera'],
    ['elegir', 'elijo elige eligio elija eligiendo'],
    ['reir', 'rio ries rie reimos reiste rieron ria riendo reido'],
    ['sonreir', 'sonrio sonrie sonrieron sonriendo'],
    ['adquirir', 'adquiero adquiere adquirio adquiera'],
    ['oler', 'huelo huele olemos olio huela'],
    ['renir', 'rino rine rineron rinendo'],
  ])('%s', mustHave)
})

describe('spelling that changes', () => {
  it.each([
    ['tocar', 'toco toque toco toquen toquemos tocaron'],
    ['pegar', 'pego pegue peguen pegaron'],
    ['amenazar', 'amenazo amenace amenacen amenazaron'],
    ['averiguar', 'averiguo averigue averiguen'],
    ['coger', 'cojo coge coja cojan cogio'],
    ['exigir', 'exijo exige exija exigio'],
    ['conocer', 'conozco conoce conozca conocio'],
    ['ofrecer', 'ofrezco ofrece ofrezca'],
    ['vencer', 'venzo vence venza'],
    ['cocer', 'cuezo cuece cueza'],
    ['distinguir', 'distingo distingue distinga'],
    ['delinquir', 'delinco delinque delinca'],
    ['huir', 'huyo huyes huye huimos huyeron huya huyendo huido'],
    ['construir', 'construyo construye construyeron construya construyendo'],
    ['prostituir', 'prostituyo prostituye prostituyeron prostituya prostituida prostituyendo'],
    ['leer', 'leo lee lei leyo leyeron lea leyera leyendo leido'],
    ['creer', 'creo cree creyo creyeron creyendo creido'],
    ['enviar', 'envio envias envia envian envie envien'],
  ])('%s', mustHave)
})

describe('verbs built on others', () => {
  it.each([
    ['mantener', 'mantengo mantiene mantuvo mantendra manten'],
    ['obtener', 'obtengo obtuvo obtendra'],
    ['detener', 'detengo detiene detuvo detuvieron detenga detenido'],
    ['retener', 'retengo retiene retuvo retuvieron retenida'],
    ['proponer', 'propongo propuso propondra propuesto'],
    ['imponer', 'impongo impuso impuesto'],
    ['desaparecer', 'desaparezco desaparecio desaparezca desaparecida'],
    ['devolver', 'devuelvo devuelve devolvio devuelto'],
    ['prevenir', 'prevengo previene previno prevenga'],
    ['intervenir', 'intervengo interviene intervino intervinieron'],
    ['conseguir', 'consigo consigue consiguio consiga'],
    ['sugerir', 'sugiero sugiere sugirio sugiera'],
    ['desvestir', 'desvisto desviste desvistio desvistieron desvistiendo'],
    ['desaprobar', 'desapruebo desaprueba desaprobo'],
    ['atraer', 'atraigo atrae atrajo atrajeron atraida'],
    ['absolver', 'absuelvo absuelve absolvio absuelto'],
    ['maldecir', 'maldigo maldice maldijo maldijeron maldito maldecido'],
  ])('%s', mustHave)
})

describe('irregular participles', () => {
  it.each([
    ['abrir', 'abierto abierta abiertos abiertas'],
    ['escribir', 'escrito escrita'],
    ['describir', 'descrito descrita'],
    ['romper', 'roto rota rotos rotas'],
    ['cubrir', 'cubierto'],
    ['descubrir', 'descubierto descubierta'],
    ['resolver', 'resuelto'],
    ['freir', 'frito'],
    ['deshacer', 'deshecho'],
  ])('%s', mustHave)
})
