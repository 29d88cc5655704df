import { oddSpeakers } from '#ocpp/simulator/odd/odd-stations.ts';
import { playEach } from '../testing/play-each.ts';

playEach(oddSpeakers);
